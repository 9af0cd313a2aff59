using System.Globalization;
using System.Text;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox;

/// <summary>
/// The synthetic company behind a sandbox: the same options give the same company, and writes really change it.
/// All members can be used from any thread.
/// </summary>
public sealed partial class SandboxTenant
{
    internal const string TimeZoneId = "Europe/Berlin";

    private readonly SandboxOptions _options;
    private readonly List<LedgerEntry> _ledger = [];
    private readonly Tracker[] _trackers;
    private Table<AttendancePeriodRow>? _attendance;
    private RowStyle _style;
    private int _added;

    internal SandboxTenant(SandboxOptions options, string origin)
    {
        _options = options;
        _style = new RowStyle(origin, options.AttributeLabels, options.InclusiveAbsenceEnds);
        Calendar = new TenantCalendar(options.Clock, options.Today);
        Words = CompanyWords.For(options);
        Attributes = AttributeCatalog.For(options);
        Organization = new CompanyStructure(Calendar, Words);
        new PeopleBuilder(options, Calendar, Organization).AddTo(Persons);
        var absences = new AbsenceBuilder(options, Calendar);
        absences.AddTypes(AbsenceTypes);
        absences.AddPeriods(Persons.Rows, AbsenceTypes.Rows, AbsencePeriods);
        _trackers = [.. Persons.Rows.Select(Track)];
        AddAreas();
    }

    /// <summary>The day around which the data is laid out.</summary>
    public DateOnly Today => Calendar.Today;

    /// <summary>The ids of all persons, in the order of the list endpoint.</summary>
    public IReadOnlyList<string> PersonIds => Read(() => Ids(Persons));

    /// <summary>The ids of all employments, person by person.</summary>
    public IReadOnlyList<string> EmploymentIds =>
        Read<string[]>(() => [.. Persons.Live.SelectMany(person => person.Employments).Select(row => row.Id)]);

    /// <summary>The ids of all types of absence.</summary>
    public IReadOnlyList<string> AbsenceTypeIds => Read(() => Ids(AbsenceTypes));

    /// <summary>The ids of all absences.</summary>
    public IReadOnlyList<string> AbsencePeriodIds => Read(() => Ids(AbsencePeriods));

    /// <summary>The id of the leave that HR manages and the API does not change; null in a company without one.</summary>
    public string? ManagedLeaveId => Read(() => AbsencePeriods.Rows.FirstOrDefault(row => row.IsManagedLeave)?.Id);

    /// <summary>The ids of all attendance periods.</summary>
    public IReadOnlyList<string> AttendancePeriodIds => Read(() => Ids(AttendancePeriods));

    /// <summary>How many persons there are.</summary>
    public int PersonCount => Read(() => Persons.Live.Count());

    /// <summary>How many absences there are.</summary>
    public int AbsencePeriodCount => Read(() => AbsencePeriods.Live.Count());

    /// <summary>How many attendance periods there are.</summary>
    public int AttendancePeriodCount => Read(() => AttendancePeriods.Live.Count());

    /// <summary>The writes that were really carried out through the API, in their order.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => Read<LedgerEntry[]>(() => [.. _ledger]);

    /// <summary>What handlers and readers hold while they look at or change the company.</summary>
    internal object Gate { get; } = new();

    internal TenantCalendar Calendar { get; }

    /// <summary>The texts of the company, believable or hostile as it was when the sandbox started.</summary>
    internal CompanyWords Words { get; }

    internal AttributeCatalog Attributes { get; }

    internal CompanyStructure Organization { get; }

    internal Table<PersonRow> Persons { get; } = new();

    internal Table<AbsenceTypeRow> AbsenceTypes { get; } = new();

    internal Table<AbsencePeriodRow> AbsencePeriods { get; } = new();

    /// <summary>Made when first asked for: it is by far the largest part, and many sessions never look at it.</summary>
    internal Table<AttendancePeriodRow> AttendancePeriods
    {
        get
        {
            if (_attendance is null)
            {
                _attendance = new Table<AttendancePeriodRow>();
                new AttendanceBuilder(_options, Calendar, Words).AddTo(_attendance, _trackers);
            }

            return _attendance;
        }
    }

    internal RowStyle Style
    {
        get
        {
            // A new instance only where something changed: rows keep their JSON for as long as the style is the same.
            RowStyle now = _style with
            {
                AttributeLabels = _options.AttributeLabels,
                InclusiveAbsenceEnds = _options.InclusiveAbsenceEnds,
            };
            return _style = now == _style ? _style : now;
        }
    }

    /// <summary>The JSON of a person as the API sends it, or null.</summary>
    public string? FindPersonJson(string personId) => Json(Persons, personId);

    /// <summary>The JSON of an absence as the API sends it, or null.</summary>
    public string? FindAbsencePeriodJson(string absencePeriodId) => Json(AbsencePeriods, absencePeriodId);

    /// <summary>The JSON of an attendance period as the API sends it, or null.</summary>
    public string? FindAttendancePeriodJson(string attendancePeriodId) =>
        Read(() => Json(AttendancePeriods, attendancePeriodId));

    /// <summary>The id of the type of absence with exactly this name, or null.</summary>
    public string? FindAbsenceTypeId(string name) =>
        Read(() => AbsenceTypes.Live.FirstOrDefault(type => type.Name == name)?.Id);

    /// <summary>Adds a person with one active employment.</summary>
    /// <returns>The id of the person.</returns>
    public string AddPerson(string firstName, string lastName, string? email) => Read(() =>
    {
        string id = NextPersonId();
        DateTimeOffset now = Calendar.Now;
        var person = new PersonRow
        {
            Id = id,
            Email = email,
            FirstName = firstName,
            LastName = lastName,
            CreatedAt = now,
            UpdatedAt = now,
        };
        person.Employments.Add(new EmploymentRow
        {
            Id = NewId(),
            Person = person,
            Status = "ACTIVE",
            Start = Today.AddYears(-1),
            CreatedAt = now,
            UpdatedAt = now,
        });
        Persons.Add(person);
        return id;
    });

    /// <summary>Adds an employment to a person, as only Personio itself can.</summary>
    /// <returns>The id of the employment.</returns>
    public string AddEmployment(string personId, string status, DateOnly start) => Read(() =>
    {
        PersonRow person = Persons.Live.First(row => row.Id == personId);
        DateTimeOffset now = Calendar.Now;
        var row = new EmploymentRow
        {
            Id = NewId(),
            Person = person,
            Status = status,
            Start = start,
            CreatedAt = now,
            UpdatedAt = now,
        };
        person.Employments.Add(row);
        return row.Id;
    });

    /// <summary>Adds an absence exactly as given, without the checks of the API.</summary>
    /// <param name="personId">Whose absence it is.</param>
    /// <param name="absenceTypeName">The exact name of the type.</param>
    /// <param name="startsFrom">The start, local: `yyyy-MM-ddTHH:mm:ss`.</param>
    /// <param name="startType">FIRST_HALF, SECOND_HALF or null.</param>
    /// <param name="endsAt">
    /// The end, local; null for an open end. With a half it names the last day, however the company writes that.
    /// </param>
    /// <param name="endType">FIRST_HALF, SECOND_HALF or null.</param>
    /// <param name="status">The approval status.</param>
    /// <returns>The id of the absence.</returns>
    public string AddAbsencePeriod(
        string personId, string absenceTypeName, string startsFrom, string? startType,
        string? endsAt, string? endType, string status) => Read(() =>
    {
        DateTimeOffset now = Calendar.Now;
        var row = new AbsencePeriodRow
        {
            Id = NewId(),
            PersonId = personId,
            Type = AbsenceTypes.Live.FirstOrDefault(type => type.Name == absenceTypeName)
                ?? throw new ArgumentException($"There is no absence type '{absenceTypeName}'."),
            Start = new Boundary(ParseWall(startsFrom), startType),
            End = endsAt is null ? null : new Boundary(ParseWall(endsAt), endType),
            Status = status,
            CreatedAt = now,
            UpdatedAt = now,
        };
        AbsencePeriods.Add(row);
        return row.Id;
    });

    /// <summary>Adds an attendance period exactly as given, without the checks of the API.</summary>
    /// <param name="personId">Who worked.</param>
    /// <param name="type">WORK or BREAK.</param>
    /// <param name="start">The start, local: `yyyy-MM-ddTHH:mm:ss`.</param>
    /// <param name="end">The end, local; null while it runs.</param>
    /// <param name="status">The approval status.</param>
    /// <param name="projectId">The project worked for.</param>
    /// <returns>The id of the period.</returns>
    public string AddAttendancePeriod(
        string personId, string type, string start, string? end, string status, string? projectId = null) => Read(() =>
    {
        DateTime from = ParseWall(start);
        var row = new AttendancePeriodRow
        {
            Id = NewId(),
            PersonId = personId,
            Type = type,
            Start = from,
            End = end is null ? null : ParseWall(end),
            AttributionDate = DateOnly.FromDateTime(from),
            Status = status,
            ProjectId = projectId,
            CreatedAt = Calendar.LocalNow,
            UpdatedAt = Calendar.LocalNow,
        };
        AttendancePeriods.Add(row);
        return row.Id;
    });

    /// <summary>A fresh id for what the API makes.</summary>
    internal static string NewId() => Guid.NewGuid().ToString();

    /// <summary>The id of the next person to be added.</summary>
    internal string NextPersonId() => (900000 + _added++).ToString(CultureInfo.InvariantCulture);

    /// <summary>Notes a write that was carried out. The caller holds the gate.</summary>
    internal void Note(string method, string path, string id)
    {
        _ledger.Add(new LedgerEntry(method, path, id));
        TellWebhooks(method, path, id);
    }

    private static DateTime ParseWall(string text) => WireTime.TryWall(text, out DateTime wall)
        ? wall
        : throw new FormatException($"'{text}' is not of the form yyyy-MM-ddTHH:mm:ss.");

    private static string[] Ids<T>(Table<T> table)
        where T : Row => [.. table.Live.Select(row => row.Id)];

    private string? Json<T>(Table<T> table, string id)
        where T : Row => Read(() => table.Find(id) is { } row ? Encoding.UTF8.GetString(row.Json(Style)) : null);

    private T Read<T>(Func<T> action)
    {
        lock (Gate)
        {
            return action();
        }
    }
}
