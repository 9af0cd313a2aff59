using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets the employments of persons, newest first.</summary>
/// <remarks>
/// One request for each person; many run at the same time, within the rate limit. The order of the output is the order
/// of the input. Neither parameter has the alias Id: it would bind the id of a piped person to the employment.
/// </remarks>
/// <example>
/// <code>Get-PersonioPerson -Status Active | Get-PersonioEmployment -Current | Export-Csv employments.csv</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioEmployment")]
[OutputType(typeof(Employment))]
public sealed class GetPersonioEmploymentCommand : ConnectedCommand
{
    /// <summary>The ids of the persons.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? PersonId { get; set; }

    /// <summary>The ids of the employments to get, all of the one person given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? EmploymentId { get; set; }

    /// <summary>
    /// Only the current employment of each person: the newest that is active or on leave, else the newest that has not
    /// started yet, else the newest. Chosen here, after Personio's answer.
    /// </summary>
    [Parameter]
    public SwitchParameter Current { get; set; }

    /// <summary>Only employments changed after this instant; without a zone in this computer's. Filtered by Personio.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Only employments changed before this instant. Filtered by Personio.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? UpdatedBefore { get; set; }

    /// <summary>An object with a property PersonId, or the id of a person as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Asked(PersonId, InputObject, nameof(PersonId)) is not { } persons)
        {
            Attempt(null, () => throw PersonioException.Invalid(
                "Whose employments? Give -PersonId, or pipe persons: Get-PersonioPerson | Get-PersonioEmployment."));
            return;
        }

        if (EmploymentId is not null && persons.Count != 1)
        {
            Attempt(persons, () => throw PersonioException.Invalid(
                "-EmploymentId needs the one person it belongs to: give one -PersonId."));
            return;
        }

        foreach ((string personId, object target) in persons)
        {
            if (EmploymentId is null)
            {
                AskAll(personId, target);
            }
            else
            {
                AskEach(personId);
            }
        }
    }

    private static IEnumerable<Employment> CurrentOf(IReadOnlyList<Employment> employments) => employments
        .OrderBy(employment => employment.Status?.ToUpperInvariant() switch
        {
            "ACTIVE" or "LEAVE" => 0,
            "ONBOARDING" => 1,
            _ => 2,
        })
        .ThenByDescending(employment => employment.EmploymentStartDate)
        .Take(1);

    private void AskAll(string personId, object target) => Ahead(
        target,
        token => Client.ListAllAsync<Employment>(
            Endpoints.ListEmployments.For(personId)
                .With("updated_at.gt", WireTime.UtcFloor(UpdatedAfter))
                .With("updated_at.lt", WireTime.UtcCeiling(UpdatedBefore)),
            token),
        employments => Write(personId, Current ? CurrentOf(employments) : employments),
        noun: "Person");

    private void AskEach(string personId)
    {
        foreach (string employmentId in EmploymentId!)
        {
            Ahead(
                (object?)InputObject ?? employmentId,
                token => Client.GetAsync<Employment>(Endpoints.GetEmployment.For(personId, employmentId), token),
                employment => Write(personId, [employment]));
        }
    }

    // The answer names the person, but need not: the one asked for it is.
    private void Write(string personId, IEnumerable<Employment> employments)
    {
        foreach (Employment employment in employments)
        {
            WriteObject(employment.PersonId is null ? employment with { PersonId = personId } : employment);
        }
    }
}
