using System.Globalization;
using Personio.Client;
using Personio.Models;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>One change, and the objects it needs, which are created before any fault.</summary>
internal sealed record Change(string Name, Func<PersonioClient, Task> Send)
{
    private static readonly DateTime s_day = new(2031, 3, 3, 0, 0, 0, DateTimeKind.Unspecified);

    private static readonly string[] s_events = ["person.created"];

    private static readonly Func<Lane, int, Task<Change>>[] s_kinds =
    [
        NewPerson, SetPerson, RemovePerson, SetEmployment,
        NewAbsence, SetAbsence, RemoveAbsence,
        NewAttendance, SetAttendance, RemoveAttendance,
        NewProject, SetProject, RemoveProject, AddMember, RemoveMember,
        NewCompensation, NewCompensationType,
        NewDocument, SetDocument, RemoveDocument,
        NewWebhook, SetWebhook, RemoveWebhook,
    ];

    /// <summary>How many kinds of changes there are.</summary>
    public static int Kinds => s_kinds.Length;

    /// <summary>Prepares the change of a case: every kind occurs equally often.</summary>
    public static Task<Change> OfAsync(Lane lane, int number) => s_kinds[number % s_kinds.Length](lane, number);

    private static string Person(Lane lane, int number) =>
        lane.Tenant.AddPerson("Given", $"Family {number}", null);

    private static Task<Change> NewPerson(Lane lane, int number) => Of(
        "POST person", client => client.CreateAsync<Person>(Endpoints.CreatePerson.For().WithBody(
            new { first_name = "Given", last_name = $"New {number}" })));

    private static Task<Change> SetPerson(Lane lane, int number)
    {
        string id = Person(lane, number);
        return Of("PATCH person", client => client.SendAsync(
            Endpoints.UpdatePerson.For(id).WithBody(new { preferred_name = $"Other {number}" })));
    }

    private static Task<Change> RemovePerson(Lane lane, int number)
    {
        string id = Person(lane, number);
        return Of("DELETE person", client => client.SendAsync(Endpoints.DeletePerson.For(id)));
    }

    private static Task<Change> SetEmployment(Lane lane, int number)
    {
        string id = Person(lane, number);
        string employment = lane.Tenant.People.Persons.Find(id)!.Employments[0].Id;
        return Of("PATCH employment", client => client.SendAsync(
            Endpoints.UpdateEmployment.For(id, employment)
                .WithBody(new { position = new { title = $"Title {number}" } })));
    }

    private static Task<Change> NewAbsence(Lane lane, int number)
    {
        string id = Person(lane, number);
        return Of("POST absence", client => client.CreateAsync<AbsencePeriod>(
            Endpoints.CreateAbsencePeriod.For().WithBody(new
            {
                person = new { id },
                absence_type = new { id = lane.Tenant.FindAbsenceTypeId("Vacation") },
                starts_from = new { date_time = Text(s_day) },
                ends_at = new { date_time = Text(s_day.AddDays(4)) },
            })));
    }

    private static Task<Change> SetAbsence(Lane lane, int number)
    {
        string id = lane.Tenant.AddAbsencePeriod(
            Person(lane, number), "Vacation", Text(s_day), null, Text(s_day.AddDays(2)), null, "APPROVED");
        return Of("PATCH absence", client => client.SendAsync(
            Endpoints.UpdateAbsencePeriod.For(id).WithBody(new { comment = $"Comment {number}" })));
    }

    private static Task<Change> RemoveAbsence(Lane lane, int number)
    {
        string id = lane.Tenant.AddAbsencePeriod(
            Person(lane, number), "Vacation", Text(s_day), null, Text(s_day.AddDays(2)), null, "APPROVED");
        return Of("DELETE absence", client => client.SendAsync(Endpoints.DeleteAbsencePeriod.For(id)));
    }

    private static Task<Change> NewAttendance(Lane lane, int number)
    {
        string id = Person(lane, number);
        return Of("POST attendance", client => client.CreateAsync<AttendancePeriod>(
            Endpoints.CreateAttendancePeriod.For().WithBody(new
            {
                person = new { id },
                type = "WORK",
                start = new { date_time = Text(s_day.AddHours(8)) },
                end = new { date_time = Text(s_day.AddHours(16)) },
            })));
    }

    private static Task<Change> SetAttendance(Lane lane, int number)
    {
        string id = Attendance(lane, number);
        return Of("PATCH attendance", client => client.SendAsync(
            Endpoints.UpdateAttendancePeriod.For(id).WithBody(new { comment = $"Comment {number}" })));
    }

    private static Task<Change> RemoveAttendance(Lane lane, int number)
    {
        string id = Attendance(lane, number);
        return Of("DELETE attendance", client => client.SendAsync(Endpoints.DeleteAttendancePeriod.For(id)));
    }

    private static Task<Change> NewProject(Lane lane, int number) => Of(
        "POST project", client => client.CreateAsync<Project>(ProjectOf(number)));

    private static async Task<Change> SetProject(Lane lane, int number)
    {
        string id = await ProjectAsync(lane, number);
        return new("PATCH project", client => client.SendAsync(
            Endpoints.UpdateProject.For(id).WithBody(new { description = $"Description {number}" })));
    }

    private static async Task<Change> RemoveProject(Lane lane, int number)
    {
        string id = await ProjectAsync(lane, number);
        return new("DELETE project", client => client.SendAsync(Endpoints.DeleteProject.For(id)));
    }

    private static async Task<Change> AddMember(Lane lane, int number)
    {
        string project = await ProjectAsync(lane, number);
        string id = Person(lane, number);
        return new("POST members", client => client.SendAsync(
            Endpoints.AddProjectMembers.For(project).WithBody(new[] { new { person = new { id } } })));
    }

    private static async Task<Change> RemoveMember(Lane lane, int number)
    {
        string project = await ProjectAsync(lane, number);
        string id = Person(lane, number);
        await lane.Client.SendAsync(
            Endpoints.AddProjectMembers.For(project).WithBody(new[] { new { person = new { id } } }));
        return new("DELETE members", client => client.SendAsync(
            Endpoints.RemoveProjectMembers.For(project).WithAny("person_id", [id])));
    }

    private static Task<Change> NewCompensation(Lane lane, int number)
    {
        string id = Person(lane, number);
        string type = lane.Tenant.Records.CompensationTypes.Live.First(row => row.Category == "ONE_TIME").Id;
        return Of("POST compensation", client => client.CreateAsync<Compensation>(
            Endpoints.CreateCompensation.For().WithBody(new
            {
                person = new { id }, type = new { id = type }, value = 100 + number, effective_from = "2031-03-03",
            })));
    }

    private static Task<Change> NewCompensationType(Lane lane, int number) => Of(
        "POST compensation type", client => client.CreateAsync<CompensationType>(
            Endpoints.CreateCompensationType.For().WithBody(new { name = $"Type {number}", category = "ONE_TIME" })));

    private static Task<Change> NewDocument(Lane lane, int number)
    {
        string id = Person(lane, number);
        return Of("POST document", client => UploadAsync(client, lane, id, number));
    }

    private static async Task<Change> SetDocument(Lane lane, int number)
    {
        string id = await UploadAsync(lane.Client, lane, Person(lane, number), number);
        return new("PATCH document", client => client.SendAsync(
            Endpoints.UpdateDocument.For(id).WithBody(new { comment = $"Comment {number}" })));
    }

    private static async Task<Change> RemoveDocument(Lane lane, int number)
    {
        string id = await UploadAsync(lane.Client, lane, Person(lane, number), number);
        return new("DELETE document", client => client.SendAsync(Endpoints.DeleteDocument.For(id)));
    }

    private static Task<Change> NewWebhook(Lane lane, int number) => Of(
        "POST webhook", client => client.CreateAsync<Webhook>(WebhookOf(number)));

    private static async Task<Change> SetWebhook(Lane lane, int number)
    {
        Webhook made = await lane.Client.CreateAsync<Webhook>(WebhookOf(number));
        return new("PATCH webhook", client => client.SendAsync(
            Endpoints.UpdateWebhook.For(made.WebhookId!).WithBody(new { description = $"Description {number}" })));
    }

    private static async Task<Change> RemoveWebhook(Lane lane, int number)
    {
        Webhook made = await lane.Client.CreateAsync<Webhook>(WebhookOf(number));
        return new("DELETE webhook", client => client.SendAsync(Endpoints.DeleteWebhook.For(made.WebhookId!)));
    }

    private static string Attendance(Lane lane, int number) => lane.Tenant.AddAttendancePeriod(
        Person(lane, number), "WORK", Text(s_day.AddHours(8)), Text(s_day.AddHours(16)), "CONFIRMED");

    private static ApiRequest ProjectOf(int number) =>
        Endpoints.CreateProject.For().WithBody(new { name = $"Project {number}", status = "ACTIVE" });

    private static async Task<string> ProjectAsync(Lane lane, int number) =>
        (await lane.Client.CreateAsync<Project>(ProjectOf(number))).ProjectId!;

    private static ApiRequest WebhookOf(int number) => Endpoints.CreateWebhook.For().WithBody(new
    {
        url = $"https://example.org/hooks/{number}",
        description = $"Webhook {number}",
        enabled_events = s_events,
    });

    private static async Task<string> UploadAsync(PersonioClient client, Lane lane, string person, int number)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, $"Document {number}");
            Document made = await client.Files.UploadAsync(new FileUpload(file, new Dictionary<string, string?>
            {
                ["title"] = $"Document {number}",
                ["employee_id"] = person,
                ["category_id"] = lane.Tenant.DocumentCategories.Live.First().Id,
            }));
            return made.DocumentId!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Text(DateTime moment) =>
        moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private static Task<Change> Of(string name, Func<PersonioClient, Task> send) =>
        Task.FromResult(new Change(name, send));
}
