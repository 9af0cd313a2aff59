using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
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
[Cmdlet(VerbsCommon.Get, "PersonioEmployment", HelpUri = HelpPages.Root + "Get-PersonioEmployment.md")]
[OutputType(typeof(Employment))]
public sealed class GetPersonioEmploymentCommand : PersonRowsCmdletBase<Employment>
{
    /// <summary>The persons: ids or e-mail addresses.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
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

    /// <summary>An object that carries the id of a person, or that id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private ChildListing<Employment> Employments => field ??= new(this, "Person", WriteRow)
    {
        Request = person => Endpoints.ListEmployments.For(person)
            .With("updated_at.gt", FilterBounds.UtcFloor(UpdatedAfter))
            .With("updated_at.lt", FilterBounds.UtcCeiling(UpdatedBefore)),
        Complete = (rows, person, _) => (Current && CurrentEmployment.Find(rows) is { } current ? [current] : rows)
            .Select(employment => WithPerson(person, employment)),
    };

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (EmploymentId is null)
        {
            Employments.Add(
                Asked(PersonId, InputObject, nameof(PersonId)), InputObject,
                "persons: Get-PersonioPerson | Get-PersonioEmployment");
        }
        else if (Asked(PersonId, InputObject, nameof(PersonId)) is [{ } person])
        {
            GetEach(person);
        }
        else
        {
            TryRun((object?)InputObject ?? PersonId, () => throw PersonioException.Invalid(
                "-EmploymentId requires the person it belongs to. Specify exactly one -PersonId."));
        }
    }

    // The answer names the person, but need not: the one asked for it is.
    private static Employment WithPerson(string personId, Employment employment) =>
        employment with { PersonId = employment.PersonId ?? personId };

    private void GetEach(AskedId person)
    {
        foreach (string id in EmploymentId!)
        {
            Prefetch(
                (object?)InputObject ?? id,
                token => Client.GetAsync<Employment>(Endpoints.GetEmployment.For(person.Required, id), token),
                employment => WriteRow(WithPerson(person.Id, employment)));
        }
    }
}
