using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Lifecycle;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>
/// Compares the persons in HR with the accounts of a directory and writes a plan: one row for each account and action,
/// and one for each finding. Changes nothing.
/// </summary>
/// <remarks>
/// Both sides are read completely; otherwise no plan is written. The rows can be filtered, exported, approved and
/// applied with Invoke-PersonioPlan.
/// </remarks>
/// <example>
/// <code>Compare-PersonioDirectory -EmailDomain example.org | Format-Table Kind, Action, DisplayName, Reason</code>
/// </example>
[Cmdlet(VerbsData.Compare, "PersonioDirectory", HelpUri = HelpPages.Root + "Compare-PersonioDirectory.md")]
[OutputType(typeof(PlanRow))]
public sealed partial class ComparePersonioDirectoryCommand : DirectoryCmdletBase
{
    private readonly List<PSObject> _persons = [];
    private ComparisonOptions? _options;
    private PlanMoment? _moment;
    private string? _log;
    private bool _hasPersons;

    /// <summary>
    /// The Personio session to read persons from: a session object or its name. Default: the current session.
    /// </summary>
    [Parameter]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    [ValidateNotNull]
    public PersonioSession? Session { get; set; }

    /// <summary>
    /// The PingOne session to read accounts from: a session object or its name. Default: the current session.
    /// </summary>
    [Parameter]
    [PingOneSessionTransformation]
    [ArgumentCompleter(typeof(PingOneSessionNameCompleter))]
    [ValidateNotNull]
    public PingOneSession? PingOne { get; set; }

    /// <summary>
    /// The persons, including those who left: from Get-PersonioPerson -IncludeEmployment, a CSV file or another system.
    /// Default: all persons of the session.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? Person { get; set; }

    /// <summary>All accounts of the directory. Default: the users of the PingOne session.</summary>
    [Parameter(Position = 1)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? Account { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => RunStrictly(null, () =>
    {
        _hasPersons = MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(Person));
        _options = ReadOptions();
        _moment = ReadMoment();
        _log = LogFile(LogPath);
        if (!_hasPersons)
        {
            _ = PersonioInUse;
        }

        if (!IsAccountGiven)
        {
            CheckPingOneMap(_options.Map);
            _ = PingOneInUse(PingOne);
        }
    });

    /// <inheritdoc/>
    protected override void ProcessRecord() => _persons.AddRange(Rows(Person));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        RunStrictly(null, CompareAll);
        EndProgress();
    }

    private protected override string NothingDone => "Nothing was compared.";

    private bool IsAccountGiven => MyInvocation.BoundParameters.ContainsKey(nameof(Account));

    private PersonioSession PersonioInUse
    {
        get
        {
            PersonioSession? session = Session ?? CurrentSession.InRunspace.Current;
            if (session is not { IsConnected: true })
            {
                WarnOfCommandConflict();
                ThrowTerminatingError(session is null ? Errors.NotConnected() : Errors.Disconnected(session));
            }

            return session!;
        }
    }

    // The error of a row says that the others are complete, which does not help here.
    private void CompareAll()
    {
        try
        {
            Compare();
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.UnexpectedResponse)
        {
            throw fault.WithWords("No plan was made, because a plan needs every row.");
        }
    }

    private void Compare()
    {
        PingOneInput? pingOne = IsAccountGiven && PingOne is null
            ? null
            : new PingOneInput(this, new PingOneClient(PingOneInUse(PingOne), new WholeListLog(Log)));
        IReadOnlyList<string> known = _hasPersons
            ? [.. _persons.SelectMany(PersonRows.Names).Distinct(StringComparer.OrdinalIgnoreCase)]
            : PersonInput.Columns;
        // Without persons, no property can be checked; the comparison reports the problem.
        AttributeMap map = MapCheck.Check(
            _options!.Map,
            _hasPersons && _persons.Count == 0 ? null : known,
            IsAccountGiven ? null : pingOne?.ReadSchema());
        PSObject[] given = [.. Rows(Account)];
        map = IsAccountGiven ? SpecifiedAccounts.FitMap(map, given, WriteWarning) : map;
        PersonColumns columns = MapInput.Persons(PersonProperty);
        IReadOnlyList<PersonRow> persons = _hasPersons
            ? [.. _persons.Select(person => PersonRows.CreateRow(person, columns))]
            : new PersonInput(
                this, new PersonioClient(PersonioInUse, new WholeListLog(Log)),
                new PersonioClient(PersonioInUse, Log)).Read(columns);
        IReadOnlyList<AccountRow> accounts = IsAccountGiven
            ? [.. given.Select(account => PingOneAccounts.CreateRow(account, map.Columns, map.AttributesToRead))]
            : pingOne!.ReadAccounts(map);
        ComparisonOptions options = _options with
        {
            Map = map,
            PopulationOf = PopulationOf(name => pingOne is null ? name : pingOne.PopulationId(name)),
            Directory = (pingOne is null ? SpecifiedAccounts.Session(given) : PingOneInUse(PingOne))?.DirectoryName(),
        };
        WritePlan(DirectoryComparison.Compare(
            new ComparisonInput
            {
                Persons = persons,
                Accounts = accounts,
                Moment = _moment!,
                Memory = _log is null ? null : PlanLogFile.ReadMemory(_log),
                ReportedAccounts = pingOne?.ReportedCount,
                PopulationAccounts = pingOne?.PopulationCount,
                HasLastDayColumns = PersonRows.HasLastDay(known, columns),
            },
            options), pingOne);
    }

    private void WritePlan(Plan plan, PingOneInput? pingOne)
    {
        if (pingOne is not null && plan.WrittenAccounts(SkipRoleCheck) is { Count: > 0 } written)
        {
            plan = plan.WithProtected(pingOne.FindAdministrators(written), "it holds an admin role");
        }

        if (_log is not null)
        {
            using PlanLogFile file = PlanLogFile.Open(_log);
            new PlanLogWriter(file.Writer, TimeProvider.System, Environment.UserName, Environment.MachineName)
                .Write(plan.ToLogEntry());
        }

        foreach (string warning in plan.Warnings)
        {
            WriteWarning(warning);
        }

        foreach (PlanRow row in plan.Rows)
        {
            WriteObject(row);
        }
    }
}
