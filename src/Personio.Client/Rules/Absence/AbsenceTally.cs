using Personio.Models;

namespace Personio.Client;

/// <summary>Sums absences: their days, their hours and their number.</summary>
public sealed class AbsenceTally
{
    private readonly AbsenceGrouping[] _by;
    private readonly Dictionary<Key, Sum> _sums = [];
    private readonly bool _isByPerson;

    /// <summary>Creates a tally with one sum for each group; without groupings, with a single sum.</summary>
    public AbsenceTally(params IEnumerable<AbsenceGrouping> by)
    {
        _by = [.. by];

        // Departments and teams are looked up later, once all absent persons are known.
        _isByPerson = Has(AbsenceGrouping.Person) || Has(AbsenceGrouping.Department) || Has(AbsenceGrouping.Team);
        if (_by.Length == 0)
        {
            _sums[default] = new Sum();
        }
    }

    /// <summary>The ids of the persons in the sums.</summary>
    public IEnumerable<string> Persons => _sums.Keys.Select(key => key.Person).OfType<string>().Distinct();

    /// <summary>Adds an absence.</summary>
    /// <param name="absence">The absence.</param>
    /// <param name="category">The category of its type; null if it has none.</param>
    /// <param name="amounts">What it takes of the days of interest.</param>
    public void Add(AbsencePeriod absence, string? category, IEnumerable<AbsenceAmount> amounts)
    {
        ArgumentNullException.ThrowIfNull(absence);
        foreach (IGrouping<string?, AbsenceAmount> month in amounts
            .Where(amount => amount.Days != 0 || amount.Hours != 0)
            .GroupBy(amount => Has(AbsenceGrouping.Month)
                ? DateText.Month(amount.Day)
                : null))
        {
            Sum sum = SumOf(KeyOf(absence, category, month.Key));
            sum.PersonName ??= absence.PersonName;
            sum.PersonEmail ??= absence.PersonEmail;
            sum.Days += month.Sum(amount => amount.Days);
            sum.Hours += month.Sum(amount => amount.Hours);
            sum.Absences++;
        }
    }

    /// <summary>Returns the sums, with groups in order of first appearance.</summary>
    /// <param name="units">Departments and teams by person id; a person who is missing has neither.</param>
    public IEnumerable<AbsenceSummary> CreateSummaries(IReadOnlyDictionary<string, PersonUnits> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        return _sums
            .GroupBy(pair => (Of: OutputKey(pair.Key), Units: units.GetValueOrDefault(pair.Key.Person ?? "")))
            .Select(group => CreateSummary(group.Key.Of, group.Key.Units, [.. group.Select(pair => pair.Value)]));
    }

    private static AbsenceSummary CreateSummary(Key key, PersonUnits units, Sum[] sums) => new()
    {
        PersonId = key.Person,
        PersonName = key.Person is null ? null : sums[0].PersonName,
        PersonEmail = key.Person is null ? null : sums[0].PersonEmail,
        DepartmentId = units.DepartmentId,
        Department = units.Department,
        TeamId = units.TeamId,
        Team = units.Team,
        AbsenceTypeId = key.TypeId,
        AbsenceType = key.Type,
        Category = key.Category,
        Month = key.Month,
        Days = sums.Sum(sum => sum.Days),
        Hours = sums.Sum(sum => sum.Hours),
        Absences = sums.Sum(sum => sum.Absences),
    };

    private Key OutputKey(Key key) => Has(AbsenceGrouping.Person) ? key : key with { Person = null };

    private Key KeyOf(AbsencePeriod absence, string? category, string? month) => new(
        _isByPerson ? absence.PersonId : null,
        Has(AbsenceGrouping.Type) ? absence.AbsenceTypeId : null,
        Has(AbsenceGrouping.Type) ? absence.AbsenceType : null,
        Has(AbsenceGrouping.Category) ? category : null,
        month);

    private Sum SumOf(Key key)
    {
        if (!_sums.TryGetValue(key, out Sum? sum))
        {
            _sums[key] = sum = new Sum();
        }

        return sum;
    }

    private bool Has(AbsenceGrouping grouping) => _by.Contains(grouping);

    private readonly record struct Key(string? Person, string? TypeId, string? Type, string? Category, string? Month);

    private sealed class Sum
    {
        public string? PersonName { get; set; }

        public string? PersonEmail { get; set; }

        public decimal Days { get; set; }

        public decimal Hours { get; set; }

        public int Absences { get; set; }
    }
}
