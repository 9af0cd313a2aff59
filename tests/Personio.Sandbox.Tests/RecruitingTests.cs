using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class RecruitingTests
{
    private const string Root = "v2/recruiting";

    [Theory]
    [InlineData("applications", 28)]
    [InlineData("candidates", 24)]
    [InlineData("jobs", 5)]
    public async Task All_pages_together_have_everything_once_and_the_latest_change_first(string list, int count)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Root}/{list}?limit=3", beta: true);
        string[] changes = [.. pages.SelectMany(page => page.Data).Select(row => Time(row, "updated_at"))];

        Assert.Equal(count, pages.SelectMany(page => page.Ids).Distinct().Count());
        Assert.Equal(changes.OrderDescending(StringComparer.Ordinal), changes);
        Assert.Equal(count, changes.Length);
    }

    [Theory]
    [InlineData("applications")]
    [InlineData("applications/495039")]
    [InlineData("applications/495039/stage-transitions")]
    [InlineData("candidates")]
    [InlineData("candidates/88121")]
    [InlineData("jobs")]
    [InlineData("jobs/3321")]
    [InlineData("categories")]
    [InlineData("categories/14")]
    public async Task A_sandbox_that_is_strict_about_beta_hides_everything_without_the_header(string path)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.StrictBeta = true);

        Reply without = await visitor.GetAsync($"{Root}/{path}");
        Reply with = await visitor.GetAsync($"{Root}/{path}", beta: true);

        Assert.Equal([404, 200], [without.Status, with.Status]);
        Assert.Equal($"The endpoint with /{Root}/{path} was not found.", without.ErrorDetail);
    }

    [Fact]
    public async Task Dates_are_objects_with_a_hyphen_except_on_candidates()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply application = await visitor.GetAsync($"{Root}/applications/495039", beta: true);
        Reply candidate = await visitor.GetAsync($"{Root}/candidates/88121", beta: true);

        JsonElement created = application.Json.GetProperty("created_at");
        Assert.Matches("^2026-05-2\\dT12:\\d\\d:00$", created.GetProperty("date-time").GetString());
        Assert.Equal("Europe/Berlin", created.GetProperty("timezone").GetString());
        Assert.EndsWith("Z", candidate.Json.GetProperty("created_at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_leads_to_its_candidate_job_category_and_stages()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply application = await visitor.GetAsync($"{Root}/applications/495041", beta: true);

        Reply candidate = await visitor.GetAsync(
            $"{Root}/candidates/{Inner(application, "candidate", "id")}", beta: true);
        Reply job = await visitor.GetAsync($"{Root}/jobs/{Inner(application, "job", "id")}", beta: true);
        Reply category = await visitor.GetAsync($"{Root}/categories/{Inner(job, "category", "id")}", beta: true);
        Reply transitions = await visitor.GetAsync($"{Root}/applications/495041/stage-transitions", beta: true);

        Assert.Equal(Inner(application, "candidate", "email"), candidate.Json.GetProperty("email").GetString());
        Assert.Contains(
            candidate.Json.GetProperty("applications").EnumerateArray(),
            row => row.GetProperty("id").GetString() == "495041");
        Assert.Equal(Inner(application, "job", "name"), job.Json.GetProperty("name").GetString());
        Assert.Equal(3, category.Json.GetProperty("stages").GetArrayLength());
        Assert.Equal(
            application.Json.GetProperty("current_stage").GetRawText(),
            transitions.Data[0].GetProperty("stage").GetRawText());
        Assert.Equal("unassigned", transitions.Data[^1].GetProperty("stage").GetProperty("type").GetString());
        Assert.Equal(
            transitions.Data.Select(row => Time(row, "entered_at")).OrderDescending(StringComparer.Ordinal),
            transitions.Data.Select(row => Time(row, "entered_at")));
    }

    [Fact]
    public async Task Filters_narrow_by_change_and_email()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        const string Moment = "2026-05-30T00:00:00Z";
        Reply candidate = await visitor.GetAsync($"{Root}/candidates/88125", beta: true);
        string email = candidate.Json.GetProperty("email").GetString()!;

        Reply after = await visitor.GetAsync($"{Root}/applications?updated_at.gt={Moment}", beta: true);
        Reply before = await visitor.GetAsync($"{Root}/applications?updated_at.lt={Moment}", beta: true);
        Reply own = await visitor.GetAsync($"{Root}/applications?candidate.email={email}", beta: true);
        Reply found = await visitor.GetAsync($"{Root}/candidates?email={email.ToUpperInvariant()}", beta: true);
        Reply jobs = await visitor.GetAsync($"{Root}/jobs?updated_at.gt=2026-06-14T00:00:00Z", beta: true);

        Assert.Equal(visitor.Tenant.ApplicationIds, after.Ids.Concat(before.Ids));
        Assert.NotEmpty(after.Data);
        Assert.Equal(2, own.Data.Count);
        Assert.Equal(["88125"], found.Ids);
        Assert.Equal(["3321"], jobs.Ids);
    }

    [Theory]
    [InlineData("applications?updated_at.gt=2026-01-01T00:00:00Z&updated_at.lt=2026-02-01T00:00:00Z", 400)]
    [InlineData("applications?updated_at.gte=2026-01-01T00:00:00Z", 400)]
    [InlineData("applications?updated_at_after=2026-01-01", 400)]
    [InlineData("applications?limit=201", 400)]
    [InlineData("candidates?updated_at.gt=2026-01-01", 400)]
    [InlineData("candidates?candidate.email=x", 400)]
    [InlineData("jobs?name=Clerk", 400)]
    [InlineData("categories?cursor=x", 400)]
    [InlineData("applications/1", 404)]
    [InlineData("applications/1/stage-transitions", 404)]
    [InlineData("candidates/1", 404)]
    [InlineData("jobs/1", 404)]
    [InlineData("categories/1", 404)]
    public async Task A_bad_request_is_refused(string path, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Root}/{path}", beta: true);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task Optional_members_are_sometimes_missing()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply applications = await visitor.GetAsync($"{Root}/applications", beta: true);
        Reply jobs = await visitor.GetAsync($"{Root}/jobs", beta: true);

        Assert.Contains(applications.Data, row => !row.TryGetProperty("channel", out _));
        Assert.Contains(applications.Data, row => row.GetProperty("is_anonymized").GetBoolean());
        Assert.Contains(applications.Data, row => !row.GetProperty("candidate").TryGetProperty("gender", out _));
        Assert.Contains(jobs.Data, row => !row.TryGetProperty("department", out _));
        Assert.Contains(jobs.Data, row => !row.TryGetProperty("category", out _));
        Assert.Contains(jobs.Data, row => row.GetProperty("hiring_team").GetArrayLength() == 0);
        Assert.Contains(jobs.Data, row => row.GetProperty("hiring_team").GetArrayLength() > 1);
    }

    [Fact]
    public async Task Applications_have_documents_too()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        int count = 0;
        foreach (string id in visitor.Tenant.ApplicationIds.Take(4))
        {
            count += (await visitor.GetAsync($"v2/document-management/documents?owner_id={id}")).Data.Count;
        }

        Assert.True(count > 0);
    }

    private static string Time(JsonElement row, string name) => row.GetProperty(name) is { } value
        && value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : value.GetProperty("date-time").GetString()!;

    private static string? Inner(Reply reply, string name, string member) =>
        reply.Json.GetProperty(name).GetProperty(member).GetString();
}
