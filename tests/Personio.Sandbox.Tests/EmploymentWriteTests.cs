using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class EmploymentWriteTests
{
    [Fact]
    public async Task A_changed_employment_is_visible_to_later_reads_and_changes_the_status_of_the_person()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string path = await PathAsync(visitor);

        Reply reply = await visitor.PatchAsync(path, """
            {"status":"INACTIVE","type":"EXTERNAL","position":{"title":"Löwe, \"x\""},"weekly_working_hours":12.5,
             "supervisor":{"id":"4102"},"office":null,"org_units":[{"type":"team","id":"901"}],
             "cost_centers":[{"id":"1201","weight":60},{"id":"1202","weight":40}],"contract_end_date":"2027-01-31",
             "probation_period_length":3,"employment_start_date":"2026-01-01"}
            """);
        Reply read = await visitor.GetAsync(path);
        Reply person = await visitor.GetAsync("v2/persons/4101");

        Assert.Equal((204, ""), (reply.Status, reply.Body));
        Assert.Equal("Löwe, \"x\"", read.Json.GetProperty("position").GetProperty("title").GetString());
        Assert.Equal(12.5m, read.Json.GetProperty("weekly_working_hours").GetDecimal());
        Assert.Equal("4102", read.Json.GetProperty("supervisor").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, read.Json.GetProperty("office").ValueKind);
        Assert.Equal("""[{"type":"team","id":"901"}]""", read.Json.GetProperty("org_units").GetRawText());
        Assert.Equal("2027-01-31", read.Json.GetProperty("contract_end_date").GetString());
        Assert.Equal("2026-04-01", read.Json.GetProperty("probation_end_date").GetString());
        Assert.Equal("INACTIVE", person.Json.GetProperty("status").GetString());
        Assert.Single(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task The_job_can_be_changed_and_cleared_and_a_missing_one_is_unprocessable()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string path = await PathAsync(visitor);
        string job = visitor.Tenant.JobIds[0];

        Reply unknown = await visitor.PatchAsync(path, """{"job":{"id":"7d6f8a3e-6a0c-4f52-8c55-3e0c6c6b4f10"}}""");
        Reply set = await visitor.PatchAsync(path, new { job = new { id = job } });
        Reply read = await visitor.GetAsync(path);
        Reply cleared = await visitor.PatchAsync(path, """{"job":null}""");
        Reply after = await visitor.GetAsync(path);

        Assert.Equal([422, 204, 204], [unknown.Status, set.Status, cleared.Status]);
        Assert.Equal(job, read.Json.GetProperty("job").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, after.Json.GetProperty("job").ValueKind);
    }

    [Theory]
    [InlineData("""{"status":"GONE"}""")]
    [InlineData("""{"type":"internal"}""")]
    [InlineData("""{"termination":{}}""")]
    [InlineData("""{"employment_end_date":"2026-07-01"}""")]
    [InlineData("""{"supervisor":{"id":"77"}}""")]
    [InlineData("""{"org_units":[{"type":"division","id":"50"}]}""")]
    [InlineData("""{"org_units":[5]}""")]
    [InlineData("""{"cost_centers":[{"id":"1201","weight":60}]}""")]
    [InlineData("""{"weekly_working_hours":"40"}""")]
    [InlineData("""{"contract_end_date":"31.01.2027"}""")]
    [InlineData("""{"probation_end_date":"2027-01-31","probation_period_length":3}""")]
    [InlineData("""{"probation_period_length":2.5}""")]
    [InlineData("""{"probation_period_length":-1}""")]
    [InlineData("""{"status":null}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"employment_start_date":null}""")]
    [InlineData("""{"cost_centers":null}""")]
    [InlineData("""{"cost_centers":[{"id":"1201","weight":60},{"id":"1202","weight":41}]}""")]
    [InlineData("""{"cost_centers":[{"id":"1","weight":100}]}""")]
    [InlineData("""{"cost_centers":[{"id":"1201"}]}""")]
    [InlineData("""{"position":"Clerk"}""")]
    [InlineData("""{"position":{"name":"Clerk"}}""")]
    [InlineData("""{"org_units":[{"type":"team","id":"50"}]}""")]
    [InlineData("""{"job":"7d6f8a3e-6a0c-4f52-8c55-3e0c6c6b4f10"}""")]
    [InlineData("""{"sub_company":{"id":"12"}}""")]
    [InlineData("""{"weekly_working_hours":1,"status":"GONE"}""")]
    public async Task A_refused_change_changes_nothing(string body)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string path = await PathAsync(visitor);
        string before = (await visitor.GetAsync(path)).Body;

        Reply reply = await visitor.PatchAsync(path, body);

        Assert.Equal(400, reply.Status);
        Assert.Equal(before, (await visitor.GetAsync(path)).Body);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Null_clears_optional_fields()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string path = await PathAsync(visitor);

        Reply reply = await visitor.PatchAsync(path, """
            {"position":null,"supervisor":null,"org_units":null,"cost_centers":[],"probation_period_length":null}
            """);
        Reply read = await visitor.GetAsync(path);

        Assert.Equal(204, reply.Status);
        Assert.Equal(JsonValueKind.Null, read.Json.GetProperty("position").GetProperty("title").ValueKind);
        Assert.Equal(JsonValueKind.Null, read.Json.GetProperty("probation_end_date").ValueKind);
        Assert.Equal("[]", read.Json.GetProperty("org_units").GetRawText());
        Assert.Equal("[]", read.Json.GetProperty("cost_centers").GetRawText());
    }

    [Fact]
    public async Task A_strict_sandbox_requires_status_start_and_type()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.StrictEmploymentPatch = true);
        string path = await PathAsync(visitor);

        Reply partial = await visitor.PatchAsync(path, """{"weekly_working_hours":20,"status":"ACTIVE"}""");
        Reply whole = await visitor.PatchAsync(path, """
            {"weekly_working_hours":20,"status":"ACTIVE","type":"INTERNAL","employment_start_date":"2020-01-01"}
            """);

        Assert.Equal([400, 204], [partial.Status, whole.Status]);
        Assert.Equal("The field 'employment_start_date' is required.", partial.ErrorDetail);
    }

    [Fact]
    public async Task An_unknown_employment_is_not_found_and_a_missing_scope_is_unauthorized()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply unknown = await visitor.PatchAsync("v2/persons/4101/employments/nothing", "{}");
        visitor.Server.RevokeScope("personio:persons:write");
        await visitor.RenewAsync();
        Reply denied = await visitor.PatchAsync(await PathAsync(visitor), "{}");

        Assert.Equal([404, 401], [unknown.Status, denied.Status]);
    }

    private static async Task<string> PathAsync(SandboxClient visitor)
    {
        Reply list = await visitor.GetAsync("v2/persons/4101/employments");
        return $"v2/persons/4101/employments/{list.Ids[0]}";
    }
}
