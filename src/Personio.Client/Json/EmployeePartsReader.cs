using System.Text.Json;
using Personio.Models;

namespace Personio.Client.Json;

/// <summary>
/// Splits an employee of API v1 into the person and the employment of API v2, and the names between them.
/// </summary>
internal static class EmployeePartsReader
{
    /// <summary>The keys of the attributes that an employee row needs.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "id", "first_name", "last_name", "preferred_name", "email", "status", "position", "supervisor",
        "employment_type", "weekly_working_hours", "hire_date", "contract_end_date", "probation_period_end",
        "termination_date", "last_working_day", "department", "team", "office", "subcompany", "cost_centers",
    ];

    /// <summary>Reads the parts of an employee.</summary>
    /// <exception cref="JsonException">A value has an unexpected type.</exception>
    public static EmployeeParts Read(string id, ListedAttributes listed)
    {
        ListedReference.Target[] centers = [.. References(listed.CostCenters)];
        ListedReference.Target? department = References(listed.Department).FirstOrDefault();
        ListedReference.Target? team = References(listed.Team).FirstOrDefault();
        ListedReference.Target? office = References(listed.Office).FirstOrDefault();
        ListedReference.Target? entity = References(listed.Subcompany).FirstOrDefault();
        Person? supervisor = Supervisor(listed.Supervisor);
        Employment employment = ReadEmployment(id, listed) with
        {
            Units = [.. Unit("department", department), .. Unit("team", team)],
            Office = Target(office),
            LegalEntity = Target(entity),
            Supervisor = supervisor is null ? null : new Reference { Id = supervisor.PersonId },
            Shares =
            [
                .. centers.Select(center => new CostCenterShare
                {
                    CostCenterId = center.Id,
                    Weight = center.Percentage,
                }),
            ],
        };
        return new EmployeeParts(ReadPerson(id, listed), employment, new EmployeeNames
        {
            Department = department?.Name,
            Team = team?.Name,
            Workplace = office?.Name,
            LegalEntity = entity?.Name,
            CostCenters = [.. centers.Select(center => center.Name)],
            Supervisor = supervisor is null ? null : new PersonName(supervisor.DisplayName, supervisor.Email),
        });
    }

    private static Employment ReadEmployment(string id, ListedAttributes listed) => new()
    {
        PersonId = id,
        Status = listed.Status?.Text?.ToUpperInvariant(),
        Type = listed.EmploymentType?.Text?.ToUpperInvariant(),
        PositionPart = new Employment.JobTitle { Title = listed.Position?.Text },
        WeeklyWorkingHours = listed.WeeklyWorkingHours,
        EmploymentStartDate = listed.HireDate,
        ContractEndDate = listed.ContractEndDate,
        ProbationEndDate = listed.ProbationPeriodEnd,
        Termination = new Employment.Notice
        {
            TerminationDate = listed.TerminationDate,
            LastWorkingDay = listed.LastWorkingDay,
        },
    };

    private static Person ReadPerson(string id, ListedAttributes listed) => new()
    {
        PersonId = id,
        FirstName = listed.FirstName?.Text,
        LastName = listed.LastName?.Text,
        PreferredName = listed.PreferredName?.Text,
        Email = listed.Email?.Text,
        Status = listed.Status?.Text is not { } status ? null
            : status.Equals("inactive", StringComparison.OrdinalIgnoreCase) ? "INACTIVE" : "ACTIVE",
        Attributes =
        [
            .. (listed.Unknown ?? []).Where(member => PersonAttribute.IsCustom(member.Key))
                .Select(member => Custom(member.Key, member.Value)),
        ],
    };

    // Maps the types of v1 to those of v2, so that both return the same value.
    private static CustomAttribute? Custom(string key, JsonElement element) =>
        element.ValueKind != JsonValueKind.Object
            || element.Deserialize<ListedValue>(PersonioJson.Options) is not { } listed
            ? null
            : new CustomAttribute
            {
                Id = key,
                Label = listed.Label,
                GlobalId = listed.UniversalId,
                Type = listed.Type?.ToUpperInvariant() switch
                {
                    "STANDARD" or "MULTILINE" or "LIST" or "LINK" => "string",
                    "INTEGER" => "int",
                    "DECIMAL" => "double",
                    "TAGS" => "string_list",
                    _ => listed.Type,
                },
                Raw = SentValue.From(listed.Type?.ToUpperInvariant() == "TAGS" ? Tags(listed.Value) : listed.Value),
            };

    // Tags are sent as a single comma-separated string.
    private static JsonElement Tags(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? JsonSerializer.SerializeToElement(value.GetString()!.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        : value;

    private static IEnumerable<ListedReference.Target> References(ListedValue? listed)
    {
        if (listed is null || Blank.Is(listed.Value))
        {
            return [];
        }

        JsonElement[] values = listed.Value.ValueKind == JsonValueKind.Array
            ? [.. listed.Value.EnumerateArray()]
            : [listed.Value];
        return values.Select(value => value.ValueKind == JsonValueKind.Object
                ? value.Deserialize<ListedReference>(PersonioJson.Options)?.Attributes
                : new ListedReference.Target { Name = value.ToString() })
            .OfType<ListedReference.Target>();
    }

    private static Person? Supervisor(ListedValue? listed) =>
        listed?.Value.ValueKind == JsonValueKind.Object
        && listed.Value.Deserialize<ListedEmployee>(PersonioJson.Options)?.Attributes is { Id.Text: { } id } attributes
            ? ReadPerson(id, attributes)
            : null;

    private static IEnumerable<OrgUnitReference?> Unit(string type, ListedReference.Target? unit) => unit?.Id is { } id
        ? [new OrgUnitReference { Type = type, OrgUnitId = id }]
        : [];

    private static Reference? Target(ListedReference.Target? target) =>
        target?.Id is { } id ? new Reference { Id = id } : null;
}
