using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the reporting lines as a tree: supervisors before their reports.</summary>
/// <remarks>
/// Sends one request for each active person, or none for rows with PersonId and SupervisorId. A person whose supervisor
/// is not in the chart is placed at the top, as is one person of each supervision cycle; warnings name both.
/// </remarks>
/// <example>
/// <code>Get-PersonioOrgChart -Format Mermaid | Set-Content chart.mmd</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioOrgChart", HelpUri = HelpPages.Root + "Get-PersonioOrgChart.md")]
[OutputType(typeof(OrgChartEntry), typeof(string))]
public sealed class GetPersonioOrgChartCommand : ConnectedCmdletBase
{
    private const int MaxNamed = 10;

    private ChartPersons? _persons;
    private bool _isAnyGiven;

    /// <summary>
    /// The person at the top, by id, email address or name. Only persons below that person are included. Default:
    /// everyone.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string? Root { get; set; }

    /// <summary>The maximum number of levels below the top. The report counts include all levels.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Depth { get; set; }

    /// <summary>
    /// Tree (default), an object for each person, displayed as a tree; or Mermaid, a single text in Mermaid syntax,
    /// which Markdown viewers can draw.
    /// </summary>
    [Parameter]
    public OrgChartFormat Format { get; set; }

    /// <summary>Refreshes the names that the session caches for ten minutes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>A person, or a row with PersonId and SupervisorId. Default: all active persons.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override bool IsForced => Force;

    private ChartPersons ChartPersons => _persons ??= new ChartPersons(this);

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (InputObject is null && !MyInvocation.ExpectingInput)
        {
            RunOrTerminate(null, AddActive);
        }
        else if (InputObject?.BaseObject is Person person && InputObject.Properties["SupervisorId"] is null)
        {
            ChartPersons.Add(person);
            _isAnyGiven = true;
        }
        else
        {
            TryRun(InputObject, AddRow);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_isAnyGiven)
        {
            RunOrTerminate(Root, Write);
        }

        base.EndProcessing();
    }

    private void AddActive()
    {
        _isAnyGiven = true;
        ApiRequest active = Endpoints.ListPersons.For().With("status", "ACTIVE");
        foreach (Person person in Enumerate(Client.ListAsync<Person>(active)))
        {
            ChartPersons.Add(person);
        }
    }

    private void AddRow()
    {
        if (PipelineInput.TextOf(InputObject, "PersonId") is null || InputObject!.Properties["SupervisorId"] is null)
        {
            throw PersonioException.Invalid(
                "An org chart is made of persons, or of rows with PersonId and SupervisorId: pipe what "
                + "Get-PersonioPerson -IncludeEmployment or Get-PersonioEmployment -Current gets.");
        }

        ChartPersons.Add(InputObject);
        _isAnyGiven = true;
    }

    private void Write()
    {
        OrgChartEntry[] persons = [.. ChartPersons.All()];
        IReadOnlyList<OrgChartEntry> chart = new OrgChart(persons).Arrange(Root is null ? null : RootOf(persons));
        OrgChartEntry[] shown = [.. chart.Where(person => Depth is null || person.Depth <= Depth)];
        WarnOfProblems(chart);
        if (Format == OrgChartFormat.Mermaid)
        {
            WriteObject(OrgChartDiagram.ToMermaid(shown));
            return;
        }

        foreach (OrgChartEntry person in shown)
        {
            WriteObject(person);
        }
    }

    private string RootOf(OrgChartEntry[] persons)
    {
        string wanted = Root!.Trim();
        string[] ids = [.. persons.Where(person => person.PersonId == wanted).Select(person => person.PersonId!)];
        ids = ids.Length > 0 ? ids : [.. ChartPersons.ByAddress(wanted)];
        ids = ids.Length > 0 ? ids :
        [
            .. persons.Where(person => string.Equals(person.PersonName, wanted, StringComparison.OrdinalIgnoreCase))
                .Select(person => person.PersonId).OfType<string>(),
        ];
        return ids switch
        {
            [string only] => only,
            [] => throw new PersonioException(
                ErrorKind.NotFound,
                $"'{wanted}' is not the id, the email address or the name of a person in the chart. Only active "
                + "persons are in it, unless others are piped.")
            {
                Noun = "Person",
            },
            _ => throw PersonioException.Invalid(
                $"'{wanted}' names more than one person. Specify the id: {string.Join(", ", ids)}."),
        };
    }

    private void WarnOfProblems(IReadOnlyList<OrgChartEntry> chart)
    {
        Warn(
            chart,
            OrgChart.SupervisorMissing,
            "The supervisors of these persons are not in the chart, so they stand at the top");
        Warn(
            chart,
            OrgChart.Cycle,
            "These persons supervise one another in a cycle, and the first of a cycle stands at the top");
    }

    private void Warn(IReadOnlyList<OrgChartEntry> chart, string finding, string text)
    {
        string[] found = [.. chart.Where(person => person.Finding == finding).Select(one => $"{one} ({one.PersonId})")];
        if (found.Length > 0)
        {
            WriteWarning($"{text}: {ShortList.Join(found, MaxNamed)}.");
        }
    }
}
