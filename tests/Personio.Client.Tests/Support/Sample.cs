using System.Text.Json;
using Personio.Client.Json;

namespace Personio.Client.Tests.Support;

/// <summary>JSON as Personio sends it, with made-up data.</summary>
internal static class Sample
{
    public const string Person = """
        {"id":"4711","email":"first.last@example.org","created_at":"2022-03-01T08:15:00Z",
         "updated_at":"2026-05-20T14:02:11Z","first_name":"First","last_name":"Last ü, \"x\"",
         "preferred_name":null,"gender":"FEMALE",
         "profile_picture":{"url":"https://api.personio.de/v1/company/employees/4711/profile-picture"},
         "status":"ACTIVE","custom_attributes":[
          {"id":"dynamic_1","type":"string","global_id":"shirt_size","label":"Shirt size","value":"M"},
          {"id":"dynamic_2","type":"int","value":17}],
         "employments":[{"id":"e-1"},{"id":"e-2"},null,{}],
         "_meta":{"links":{"employments":{"href":"https://api.personio.de/v2/persons/4711/employments"}}}}
        """;

    public const string Employment = """
        {"id":"e-1","position":{"title":"Controller"},"status":"ACTIVE","weekly_working_hours":38.5,
         "full_time_weekly_working_hours":40,"probation_end_date":"2022-08-31","employment_start_date":"2022-03-01",
         "employment_end_date":null,"contract_end_date":null,"type":"INTERNAL","created_at":"2022-02-10T09:00:00Z",
         "updated_at":"2026-01-04T10:30:00Z","supervisor":{"id":"4102"},"office":{"id":"311"},
         "org_units":[{"type":"department","id":"55"},null,{"type":"TEAM","id":"902"}],"person":{"id":"4711"},
         "termination":{"termination_date":"2026-12-31","last_working_day":"2026-12-15","terminated_at":"2026-09-30",
          "type":"EMPLOYEE","reason":"Moves"},
         "cost_centers":[{"id":"1201","weight":60},{"id":"1202","weight":40.5}],"legal_entity":{"id":"12"},
         "job":{"id":"j-1"},"sub_company":{"id":"13"},"_meta":{"links":{}}}
        """;

    public const string Absence = """
        {"id":"a-1","person":{"id":"4711"},"absence_type":{"id":"t-1"},
         "starts_from":{"date_time":"2026-06-01T00:00:00","type":"FIRST_HALF"},
         "ends_at":{"date_time":"2026-06-03T00:00:00","type":"SECOND_HALF"},"timezone_id":"Europe/Berlin",
         "comment":"Sea","approval":{"status":"APPROVED"},"substitute":{"id":"4712"},
         "created_at":"2026-04-02T07:11:09Z","updated_at":"2026-04-03T09:00:00Z"}
        """;

    public const string Attendance = """
        {"id":"w-1","type":"WORK","person":{"id":"4711"},"start":{"date_time":"2026-06-01T08:00:00"},
         "end":{"date_time":"2026-06-01T12:15:00"},"attribution_date":"2026-06-01","comment":"Closing",
         "project":{"id":"82173"},"approval":{"status":"CONFIRMED"},"is_auto_generated":false,
         "created_at":"2026-06-01T12:15:04","updated_at":"2026-06-01T12:15:04"}
        """;

    /// <summary>Reads one object as the client does.</summary>
    public static T Read<T>(string json) => EnvelopeReader.ReadObject<T>(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>The JSON name of every member that a type reads.</summary>
    public static IEnumerable<string> MembersOf(Type type)
    {
        // Initialized by the first caller: options have no type information before their first use.
        PersonioJson.Options.MakeReadOnly(populateMissingResolver: true);
        return PersonioJson.Options.GetTypeInfo(type).Properties
            .Where(property => !property.IsExtensionData).Select(property => property.Name);
    }

    /// <summary>An object whose members are all null.</summary>
    public static string Nulls(Type type) => JsonSerializer.Serialize(
        MembersOf(type).ToDictionary(name => name, _ => (object?)null));
}
