using System.Collections;
using System.Management.Automation;
using Personio.Completers;
using Personio.Lifecycle;
using Personio.Parameters;

namespace Personio.Commands;

// The parameters for the rules of the comparison.
public sealed partial class ComparePersonioDirectoryCommand
{
    // Stored as integers: fields of the enumeration types would load their assembly while the module is imported.
    private int _leaverDay;
    private int _onLeave;

    /// <summary>
    /// The columns of persons that differ from those of Get-PersonioPerson -IncludeEmployment: PersonId, Status,
    /// StartDate, LastDay, FirstName, LastName, Email, SecondKey and so on.
    /// </summary>
    [Parameter]
    [MapTransformation]
    [ValidateNotNull]
    public IDictionary? PersonProperty { get; set; }

    /// <summary>How many days before the first day an account is created, in disabled state.</summary>
    [Parameter]
    [ValidateRange(0, 90)]
    public int LeadDays { get; set; } = 7;

    /// <summary>How many days before the first day an account is enabled.</summary>
    [Parameter]
    [ValidateRange(0, 90)]
    public int EnableDaysBefore { get; set; }

    /// <summary>How many days after the last day an account stays enabled.</summary>
    [Parameter]
    [ValidateRange(0, 366)]
    public int GraceDays { get; set; }

    /// <summary>
    /// The longest gap in days between two employments of a person during which the account stays enabled.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 90)]
    public int BridgeDays { get; set; } = 3;

    /// <summary>
    /// The time zone in which a day begins: an IANA or Windows name, or a script block that receives the person as $_
    /// and returns a name, for example by workplace. Default: the zone of this computer.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object? TimeZone { get; set; }

    /// <summary>Plans as if this day were today. Such a plan is a preview and cannot be applied.</summary>
    [Parameter]
    [DayTransformation]
    [ValidateNotNull]
    public DateTime? AsOf { get; set; }

    /// <summary>
    /// Which day ends access: LastDay (default), or LastWorkingDay if that is earlier (garden leave).
    /// </summary>
    [Parameter]
    [ChoiceTransformation(typeof(LeaverDay))]
    public LeaverDay LeaverDay { get => (LeaverDay)_leaverDay; set => _leaverDay = (int)value; }

    /// <summary>What happens to accounts of persons on leave: Keep (default) or Disable.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(OnLeave))]
    public OnLeave OnLeave { get => (OnLeave)_onLeave; set => _onLeave = (int)value; }

    /// <summary>
    /// The company's email domains. Only accounts with an address in these domains are linked by address, and only
    /// such addresses are written.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? EmailDomain { get; set; }

    /// <summary>
    /// Persons who are matched but otherwise left alone: ids, or a script block that receives the person as $_.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object[]? ExcludePerson { get; set; }

    /// <summary>
    /// The population of new accounts: a name, an id, or a script block that receives the person as $_.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(PopulationCompleter))]
    [ValidateNotNull]
    public object? Population { get; set; }

    /// <summary>Updates accounts in the same run that links them. By default, the next run updates them.</summary>
    [Parameter]
    public SwitchParameter UpdateOnLink { get; set; }

    /// <summary>
    /// Persons whose accounts are disabled now, before HR records the departure. These rows need approval.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Immediate { get; set; }

    /// <summary>Accepts a directory without accounts.</summary>
    [Parameter]
    public SwitchParameter AllowEmptyDirectory { get; set; }

    /// <summary>Also creates accounts for persons without an email address.</summary>
    [Parameter]
    public SwitchParameter AllowNoEmail { get; set; }

    /// <summary>Treats the end of a fixed-term contract as the last day if HR specifies no other.</summary>
    [Parameter]
    public SwitchParameter TrustContractEnd { get; set; }

    /// <summary>
    /// Disables linked accounts whose person does not exist in HR. Requires an earlier run in the log.
    /// </summary>
    [Parameter]
    public SwitchParameter DisableMissing { get; set; }

    /// <summary>Also writes rows for accounts that need no change.</summary>
    [Parameter]
    public SwitchParameter IncludeUnchanged { get; set; }

    /// <summary>The day to plan for, in the specified time zone.</summary>
    private PlanMoment ReadMoment() => PlanMoment.From(
        TimeProvider.System,
        PipelineInput.Unwrap(TimeZone) is string name ? PlanMoment.FindZone(name) : null,
        AsOf is { } day ? DateOnly.FromDateTime(day) : null);

    /// <summary>The specified rules of the comparison.</summary>
    private ComparisonOptions ReadOptions()
    {
        Dictionary<LimitKind, Limit> limits = SpecifiedLimits();
        PlanLimits defaults = new();
        PersonColumns columns = MapInput.Persons(PersonProperty);
        AttributeMap map = ReadMap(columns.PersonId);
        return new ComparisonOptions
        {
            Map = map,
            UserNames = UserNames(),
            LeadDays = LeadDays,
            EnableDaysBefore = EnableDaysBefore,
            GraceDays = GraceDays,
            BridgeDays = BridgeDays,
            LeaverDay = LeaverDay,
            OnLeave = OnLeave,
            TrustContractEnd = TrustContractEnd,
            EmailDomains = EmailDomain ?? [],
            UseSecondKey = columns.SecondKey is not null && map.Columns.SecondKey is not null,
            UpdateOnLink = UpdateOnLink,
            AllowEmptyDirectory = AllowEmptyDirectory,
            AllowNoEmail = AllowNoEmail,
            DisableMissing = DisableMissing,
            UsePreferredName = UsePreferredName,
            IncludeUnchanged = IncludeUnchanged,
            Immediate = Immediate ?? [],
            ExcludePerson = Excluded(),
            Protect = ProtectedNames(),
            ProtectAccount = ProtectedByScript(),
            ZoneOf = ZoneOf(),
            Limits = new PlanLimits
            {
                MaxDisable = limits.GetValueOrDefault(LimitKind.MaxDisable, defaults.MaxDisable),
                MaxCreate = limits.GetValueOrDefault(LimitKind.MaxCreate, defaults.MaxCreate),
                MaxIdentityUpdate = limits.GetValueOrDefault(LimitKind.MaxIdentityUpdate, defaults.MaxIdentityUpdate),
                MaxUpdate = limits.GetValueOrDefault(LimitKind.MaxUpdate, defaults.MaxUpdate),
                MaxEnable = limits.GetValueOrDefault(LimitKind.MaxEnable, defaults.MaxEnable),
            },
        };
    }

    /// <summary>Returns the population of a person's new account; null if none was specified.</summary>
    /// <param name="idOf">Resolves the name or id of a population to its id.</param>
    private Func<PersonRow, string?>? PopulationOf(Func<string, string> idOf)
    {
        if (PipelineInput.Unwrap(Population) is ScriptBlock block)
        {
            return person => ScriptCall.Evaluate(block, person.Source, $"-Population for person {person.PersonId}")
                ?.ToString() is { Length: > 0 } name ? idOf(name) : null;
        }

        string? id = Population?.ToString() is { Length: > 0 } given ? idOf(given) : null;
        return id is null ? null : _ => id;
    }

    /// <summary>Rejects a mapping for another directory: PingOne users are read by their own columns.</summary>
    private static void CheckPingOneMap(AttributeMap map)
    {
        if (map.Columns.AccountId != AccountColumns.PingOne.AccountId)
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"The mapping ({map.Name}) is not one for PingOne. Specify -Account with the accounts of your "
                + "directory.");
        }
    }

    private Func<PersonRow, bool>? Excluded()
    {
        object?[] given = [.. (ExcludePerson ?? []).Select(PipelineInput.Unwrap)];
        HashSet<string> ids = new(
            given.Where(item => item is not ScriptBlock)
                .Select(item => ScriptCall.ReadName(item, "-ExcludePerson", "PersonIds or script blocks").Trim()),
            StringComparer.Ordinal);
        ScriptBlock[] blocks = [.. given.OfType<ScriptBlock>()];
        return given.Length == 0
            ? null
            : person => ids.Contains(person.PersonId ?? "") || blocks.Any(block => LanguagePrimitives.IsTrue(
                ScriptCall.Evaluate(block, person.Source, $"-ExcludePerson for person {person.PersonId}")));
    }

    private Func<PersonRow, TimeZoneInfo?>? ZoneOf()
    {
        if (PipelineInput.Unwrap(TimeZone) is not ScriptBlock block)
        {
            return null;
        }

        var zones = new Dictionary<string, TimeZoneInfo>(StringComparer.OrdinalIgnoreCase);
        return person =>
        {
            string? name = ScriptCall.Evaluate(block, person.Source, $"-TimeZone for person {person.PersonId}")
                ?.ToString();
            return string.IsNullOrWhiteSpace(name) ? null
                : zones.TryGetValue(name, out TimeZoneInfo? zone) ? zone
                : zones[name] = PlanMoment.FindZone(name);
        };
    }
}
