using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets the employments of persons, newest first.</summary>
/// <remarks>
/// Sends one request for each person; many run concurrently, within the rate limit. The output keeps the order of the
/// input. Neither parameter has the alias Id, which would bind the id of a piped person to the employment.
/// </remarks>
/// <example>
/// <code>Get-PersonioPerson -Status Active | Get-PersonioEmployment -Current | Export-Csv employments.csv</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioEmployment", HelpUri = HelpPages.Root + "Get-PersonioEmployment.md")]
[OutputType(typeof(Employment))]
public sealed class GetPersonioEmploymentCommand : PersonRowsCmdletBase<Employment>
{
    /// <summary>The persons: ids or email addresses.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>The ids of the employments, all of a single person.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? EmploymentId { get; set; }

    /// <summary>
    /// Returns only the current employment of each person: the newest that is active or on leave; otherwise the newest
    /// that has not started yet; otherwise the newest. Filtered here, after Personio's response.
    /// </summary>
    [Parameter]
    public SwitchParameter Current { get; set; }

    /// <summary>
    /// Returns only employments changed after this instant; text without a time zone is read in this computer's zone.
    /// Filtered by Personio.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Returns only employments changed before this instant. Filtered by Personio.</summary>
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
                FindRequested(PersonId, InputObject, nameof(PersonId)), InputObject,
                "persons: Get-PersonioPerson | Get-PersonioEmployment");
        }
        else if (FindRequested(PersonId, InputObject, nameof(PersonId)) is [{ } person])
        {
            GetEach(person);
        }
        else
        {
            TryRun((object?)InputObject ?? PersonId, () => throw PersonioException.Invalid(
                "-EmploymentId requires the person it belongs to. Specify exactly one -PersonId."));
        }
    }

    // The response may omit the person; then it is the requested one.
    private static Employment WithPerson(string personId, Employment employment) =>
        employment with { PersonId = employment.PersonId ?? personId };

    private void GetEach(RequestedId person)
    {
        foreach (string id in EmploymentId!)
        {
            Enqueue(
                (object?)InputObject ?? id,
                token => Client.GetAsync<Employment>(Endpoints.GetEmployment.For(person.IdOrThrow, id), token),
                employment => WriteRow(WithPerson(person.Id, employment)));
        }
    }
}
