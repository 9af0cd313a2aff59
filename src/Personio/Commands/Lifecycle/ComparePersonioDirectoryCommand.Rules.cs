using System.Collections;
using System.Management.Automation;
using Personio.Completers;
using Personio.Lifecycle;
using Personio.Parameters;

namespace Personio.Commands;

// The rules of the comparison as parameters.
public sealed partial class ComparePersonioDirectoryCommand
{
    // Not the enumerations themselves: a field of their type would load their assembly while the module is imported.
    private int _leaverDay;
    private int _onLeave;

    /// <summary>
    /// The columns of persons where they differ from those of Get-PersonioPerson -IncludeEmployment: PersonId, Status,
    /// StartDate, LastDay, FirstName, LastName, Email, SecondKey and so on.
    /// </summary>
    [Parameter]
    [MapTransformation]
    [ValidateNotNull]
    public IDictionary? PersonProperty { get; set; }

    /// <summary>How many days before the first day an account is created, disabled.</summary>
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

    /// <summary>How many days may lie between two employments of a person without the account being disabled.</summary>
    [Parameter]
    [ValidateRange(0, 90)]
    public int BridgeDays { get; set; } = 3;

    /// <summary>
    /// The time zone in which a day begins: an IANA or Windows name, or a script block that gets the person as $_ and gives a
    /// name, for example by workplace. Default: the zone of this computer.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object? TimeZone { get; set; }

    /// <summary>Another day to take for today. Such a plan is a preview and cannot be applied.</summary>
    [Parameter]
    [DayTransformation]
    [ValidateNotNull]
    public DateTime? AsOf { get; set; }

    /// <summary>Which day ends access: LastDay (default), or LastWorkingDay where that is earlier (garden leave).</summary>
    [Parameter]
    [ChoiceTransformation(typeof(LeaverDay))]
    public LeaverDay LeaverDay { get => (LeaverDay)_leaverDay; set => _leaverDay = (int)value; }

    /// <summary>What happens to accounts of persons on leave: Keep (default) or Disable.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(OnLeave))]
    public OnLeave OnLeave { get => (OnLeave)_onLeave; set => _onLeave = (int)value; }

    /// <summary>
    /// The e-mail domains of the company. Only accounts with an address in them are linked by address, and only such
    /// addresses are written.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? EmailDomain { get; set; }

    /// <summary>Persons who are matched and then left alone: ids, or a script block that gets the person as $_.</summary>
    [Parameter]
    [ValidateNotNull]
    public object[]? ExcludePerson { get; set; }

    /// <summary>The population of new accounts: a name, an id, or a script block that gets the person as $_.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PopulationCompleter))]
    [ValidateNotNull]
    public object? Population { get; set; }

    /// <summary>Updates accounts in the run that links them. Default: the next run does.</summary>
    [Parameter]
    public SwitchParameter UpdateOnLink { get; set; }

    /// <summary>Persons whose accounts are disabled now, before HR says so. Such a row needs approval.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Immediate { get; set; }

    /// <summary>Accepts a directory without any account.</summary>
    [Parameter]
    public SwitchParameter AllowEmptyDirectory { get; set; }

    /// <summary>Creates accounts also for persons without an e-mail address.</summary>
    [Parameter]
    public SwitchParameter AllowNoEmail { get; set; }

    /// <summary>Takes the end of a limited contract for a last day where HR names no other.</summary>
    [Parameter]
    public SwitchParameter TrustContractEnd { get; set; }

    /// <summary>Disables linked accounts whose person HR does not know. Needs an earlier run in the log.</summary>
    [Parameter]
    public SwitchParameter DisableMissing { get; set; }

    /// <summary>Also writes rows for accounts that are in line.</summary>
    [Parameter]
    public SwitchParameter IncludeUnchanged { get; set; }

    /// <summary>Today, in the zone that was given.</summary>
    private PlanMoment ReadMoment() => PlanMoment.From(
        TimeProvider.System,
        PipelineInput.Unwrap(TimeZone) is string name ? PlanMoment.FindZone(name) : null,
        AsOf is { } day ? DateOnly.FromDateTime(day) : null);

    /// <summary>What was given as the rules of a comparison.</summary>
    private ComparisonOptions ReadOptions()
    {
        Dictionary<LimitKind, Limit> limits = GivenLimits();
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

    /// <summary>The population of a person's new account; null where none was given.</summary>
    /// <param name="idOf">The id of a population by name or id.</param>
    private Func<PersonRow, string?>? PopulationOf(Func<string, string> idOf)
    {
        if (PipelineInput.Unwrap(Population) is ScriptBlock block)
        {
            return person => ScriptCall.Value(block, person.Source, $"-Population for person {person.PersonId}")?.ToString() is
                { Length: > 0 } name ? idOf(name) : null;
        }

        string? id = Population?.ToString() is { Length: > 0 } given ? idOf(given) : null;
        return id is null ? null : _ => id;
    }

    /// <summary>PingOne's users are read by their own columns: a mapping of another directory cannot be meant.</summary>
    private static void CheckPingOneMap(AttributeMap map)
    {
        if (map.Columns.AccountId != AccountColumns.PingOne.AccountId)
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"The mapping ({map.Name}) is not one for PingOne. Specify -Account with the accounts of your directory.");
        }
    }

    private Func<PersonRow, bool>? Excluded()
    {
        object?[] given = [.. (ExcludePerson ?? []).Select(PipelineInput.Unwrap)];
        HashSet<string> ids = new(
            given.Where(item => item is not ScriptBlock)
                .Select(item => ScriptCall.Name(item, "-ExcludePerson", "PersonIds or script blocks").Trim()),
            StringComparer.Ordinal);
        ScriptBlock[] blocks = [.. given.OfType<ScriptBlock>()];
        return given.Length == 0
            ? null
            : person => ids.Contains(person.PersonId ?? "") || blocks.Any(block => LanguagePrimitives.IsTrue(
                ScriptCall.Value(block, person.Source, $"-ExcludePerson for person {person.PersonId}")));
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
            string? name = ScriptCall.Value(block, person.Source, $"-TimeZone for person {person.PersonId}")?.ToString();
            return string.IsNullOrWhiteSpace(name) ? null
                : zones.TryGetValue(name, out TimeZoneInfo? zone) ? zone
                : zones[name] = PlanMoment.FindZone(name);
        };
    }
}
