using System.Management.Automation;
using Personio.Completers;
using Personio.Lifecycle;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>
/// Applies a plan from Compare-PersonioDirectory to PingOne, or through script blocks to any directory.
/// </summary>
/// <remarks>
/// The whole plan is checked first: damage, age, approval, limits. Each account is read before it is written, and is
/// left alone if it has changed in the meantime. Nothing is deleted. The same plan can be applied again after an
/// interruption.
/// </remarks>
/// <example>
/// <code>
/// Import-Csv approved.csv | Invoke-PersonioPlan -Approved -LogPath runs.jsonl -PassThru | Export-Csv result.csv
/// </code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Invoke, "PersonioPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ToPingOne,
    HelpUri = HelpPages.Root + "Invoke-PersonioPlan.md")]
[OutputType(typeof(ResultRow))]
public sealed class InvokePersonioPlanCommand : DirectoryCmdletBase
{
    private const string ToPingOne = "PingOne";
    private const string ByScript = "Script";

    private readonly List<PSObject> _rows = [];
    private readonly Dictionary<PlanRow, PSObject> _inputs = new(ReferenceEqualityComparer.Instance);

    /// <summary>The rows to apply, all from one plan: as written, filtered, or read back from a CSV file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? Plan { get; set; }

    /// <summary>
    /// The PingOne session to apply the plan in: a session object or its name. Default: the current session.
    /// </summary>
    [Parameter(ParameterSetName = ToPingOne)]
    [PingOneSessionTransformation]
    [ArgumentCompleter(typeof(PingOneSessionNameCompleter))]
    [ValidateNotNull]
    public PingOneSession? PingOne { get; set; }

    /// <summary>
    /// Reads an account: receives the row as $_ and returns the account, or nothing if it does not exist. Must look up
    /// the account by AccountId; if that is empty, by PersonId, then by UserName.
    /// </summary>
    [Parameter(ParameterSetName = ByScript, Mandatory = true)]
    public ScriptBlock? Read { get; set; }

    /// <summary>Creates an account: receives the row and a hashtable of values, and returns the account.</summary>
    [Parameter(ParameterSetName = ByScript)]
    [ValidateNotNull]
    public ScriptBlock? Create { get; set; }

    /// <summary>Changes attributes: receives the row and a hashtable of values; $null clears a value.</summary>
    [Parameter(ParameterSetName = ByScript)]
    [ValidateNotNull]
    public ScriptBlock? Update { get; set; }

    /// <summary>Enables the account of the row.</summary>
    [Parameter(ParameterSetName = ByScript)]
    [ValidateNotNull]
    public ScriptBlock? Enable { get; set; }

    /// <summary>Disables the account of the row.</summary>
    [Parameter(ParameterSetName = ByScript)]
    [ValidateNotNull]
    public ScriptBlock? Disable { get; set; }

    /// <summary>Requires yes, true or 1 in the column Approved of every row.</summary>
    [Parameter]
    public SwitchParameter Approved { get; set; }

    /// <summary>The maximum age of a plan.</summary>
    [Parameter]
    [ValidateNotNull]
    public TimeSpan? MaxPlanAge { get; set; }

    /// <summary>Does not ask before disabling or enabling accounts. It lifts no limit and approves nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the result of each row.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private bool IsConfirmed => MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm)
        && LanguagePrimitives.IsTrue(confirm);

    private protected override string NothingDone => "Nothing was applied.";

    /// <inheritdoc/>
    protected override void BeginProcessing() => RunStrictly(null, () =>
    {
        _ = SpecifiedLimits();
        _ = ReadMap();
        _ = LogFile(LogPath);
        if (MaxPlanAge is { } age && (age <= TimeSpan.Zero || age > TimeSpan.FromDays(7)))
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption, $"-MaxPlanAge is {age}. Use more than 0 and at most 7 days.");
        }

        if (ParameterSetName == ToPingOne)
        {
            _ = PingOneInUse(PingOne);
        }
        else if (!MyInvocation.BoundParameters.ContainsKey(nameof(Map)))
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                "Specify -Map, the mapping that the plan was made with. It says how accounts are read.");
        }
    });

    /// <inheritdoc/>
    protected override void ProcessRecord() => _rows.AddRange(Rows(Plan));

    /// <inheritdoc/>
    protected override void EndProcessing() => RunStrictly(null, () =>
    {
        PlanRow[] rows = [.. _rows.Select(PlanRows.Read)];
        for (int i = 0; i < rows.Length; i++)
        {
            _inputs[rows[i]] = _rows[i];
        }

        bool isWhatIf = Confirmation.IsWhatIf(this);
        string? path = LogFile(LogPath);
        // The memory is read while the log is held, so that two runs cannot both use up the limit.
        using PlanLogFile? file = path is null || isWhatIf || rows.Length == 0 ? null : PlanLogFile.Open(path);
        PlanLogWriter? writer = file is null
            ? null
            : new PlanLogWriter(file.Writer, TimeProvider.System, Environment.UserName, Environment.MachineName);
        AttributeMap map = ReadMap();
        var run = PlanRun.Start(
            rows, DirectoryFor(map, rows), TimeProvider.System, Options(map),
            path is null ? null : PlanLogFile.ReadMemory(path), writer);
        var execution = new PlanExecution(this, run)
        {
            IsWhatIf = isWhatIf,
            IsConfirmed = IsConfirmed,
            IsForced = Force,
            WritesResults = PassThru,
            LabelOf = Label,
            InputOf = row => _inputs.GetValueOrDefault(row) is { } given ? given.BaseObject : row,
        };
        execution.ApplyAll();
    });

    private string Label(PlanRow row) => ParameterSetName == ToPingOne
        ? PingOneInUse(PingOne).EnvironmentLabel
        : row.Directory ?? "the directory of the script blocks";

    private IDirectory DirectoryFor(AttributeMap map, PlanRow[] rows)
    {
        string[] attributes =
        [
            .. map.AttributesToRead.Concat(rows.SelectMany(ChangedAttributes))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        if (ParameterSetName == ToPingOne)
        {
            return new PingOneDirectory(
                new PingOneClient(PingOneInUse(PingOne), new WholeListLog(Log)), map.Columns, attributes,
                row => !SkipRoleCheck || row.LimitKind != LimitKind.MaxUpdate || row.Action == PlanAction.Relink);
        }

        var directory = new ScriptDirectory(map.Columns, attributes)
        {
            Read = Read!, Create = Create, Update = Update, Enable = Enable, Disable = Disable,
        };
        directory.CheckBlocks(rows);
        return directory;
    }

    // The run rejects a damaged row with a message that names it.
    private static IEnumerable<string> ChangedAttributes(PlanRow row)
    {
        try
        {
            return row.GetChanges().Select(change => change.Name);
        }
        catch (LifecycleException)
        {
            return [];
        }
    }

    private ApplyOptions Options(AttributeMap map) => new()
    {
        Map = map,
        RequiresApproval = Approved,
        IsConfirmed = IsConfirmed,
        Limits = SpecifiedLimits(),
        MaxPlanAge = MaxPlanAge ?? TimeSpan.FromHours(24),
        Directory = ParameterSetName == ToPingOne ? PingOneInUse(PingOne).DirectoryName() : null,
        Protect = ProtectedNames(),
        ProtectAccount = ProtectedByScript(),
        // Script blocks run on the pipeline thread, so waiting must not switch threads.
        Wait = ParameterSetName == ToPingOne ? null : (pause, token) =>
        {
            token.WaitHandle.WaitOne(pause);
            return Task.CompletedTask;
        },
    };
}
