using System.Text.Json;

namespace Personio.Sandbox.Tests;

/// <summary>Differences between tenants, each behind a knob.</summary>
public sealed class KnobBehaviorTests
{
    [Theory]
    [InlineData("v2/persons")]
    [InlineData("v2/persons/4101/employments")]
    public async Task A_tenant_that_accepts_only_dates_refuses_a_time(string path)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.DatesOnly = true);

        Reply time = await visitor.GetAsync($"{path}?updated_at.gt=2000-06-01T00:00:00Z");
        Reply day = await visitor.GetAsync($"{path}?updated_at.gt=2000-06-01");

        Assert.Equal(400, time.Status);
        Assert.Equal("Provided request parameters are invalid.", time.ErrorDetail);
        Assert.NotEmpty(day.Data);
    }

    [Theory]
    [InlineData("v2/recruiting/applications")]
    [InlineData("v2/recruiting/candidates")]
    [InlineData("v2/recruiting/jobs")]
    [InlineData("v2/recruiting/categories")]
    public async Task A_recruiting_list_can_end_with_an_empty_page_that_links_to_itself(string path)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.EmptyLastPage = true);

        Reply whole = await visitor.GetAsync($"{path}?limit=200");
        Reply empty = await visitor.GetAsync(whole.Next!);

        Assert.NotEmpty(whole.Data);
        Assert.Empty(empty.Data);
        Assert.Equal(whole.Next, empty.Next);
    }

    [Fact]
    public async Task Removing_members_without_ids_removes_all_unless_the_tenant_demands_ids()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.MemberIdsRequired = true);
        string path = await ProjectWithMembersAsync(visitor);

        Reply refused = await visitor.DeleteAsync(path);
        int before = (await visitor.GetAsync(path)).Data.Count;
        visitor.Server.Options.MemberIdsRequired = false;
        Reply cleared = await visitor.DeleteAsync(path);
        int after = (await visitor.GetAsync(path)).Data.Count;

        Assert.Equal([400, 204], [refused.Status, cleared.Status]);
        Assert.True(before > 0);
        Assert.Equal(0, after);
    }

    [Theory]
    [InlineData("POST", "v2/attendance-periods")]
    [InlineData("PATCH", "v2/attendance-periods/{0}")]
    [InlineData("DELETE", "v2/attendance-periods/{0}")]
    public async Task A_day_that_has_reached_its_update_limit_is_forbidden(string method, string path)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceUpdateLimit = true);
        string id = visitor.Tenant.AttendancePeriodIds[0];
        using var body = new StringContent("{}", null, "application/json");

        Reply reply = await visitor.SendAsync(new HttpMethod(method), string.Format(null, path, id), body);

        Assert.Equal(403, reply.Status);
        Assert.Contains("update limit", reply.ErrorDetail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PATCH", true, 403)]
    [InlineData("DELETE", true, 403)]
    [InlineData("PATCH", false, 204)]
    [InlineData("DELETE", false, 204)]
    public async Task Confirmed_attendance_can_be_locked(string method, bool isLocked, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(
            options => options.ConfirmedAttendanceLocked = isLocked);
        string id = visitor.Tenant.AddAttendancePeriod(
            visitor.Tenant.PersonIds[0], "WORK", "2026-06-01T08:00:00", "2026-06-01T09:00:00", "CONFIRMED", null);
        using var body = new StringContent("""{"comment":"Late"}""", null, "application/json");

        Reply reply = await visitor.SendAsync(
            new HttpMethod(method), $"v2/attendance-periods/{id}", method == "PATCH" ? body : null);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task Half_of_the_remaining_employees_have_a_termination_full_of_nulls()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        JsonElement empty = await TerminationAsync(visitor, "4100");
        JsonElement none = await TerminationAsync(visitor, "4101");
        JsonElement real = await TerminationAsync(visitor, "4107");

        Assert.All(empty.EnumerateObject(), member => Assert.Equal(JsonValueKind.Null, member.Value.ValueKind));
        Assert.Equal(5, empty.EnumerateObject().Count());
        Assert.Equal(JsonValueKind.Null, none.ValueKind);
        Assert.NotNull(real.GetProperty("last_working_date").GetString());
    }

    private static async Task<JsonElement> TerminationAsync(SandboxClient visitor, string person) =>
        (await visitor.GetAsync($"v2/persons/{person}/employments")).Data[0].GetProperty("termination");

    private static async Task<string> ProjectWithMembersAsync(SandboxClient visitor)
    {
        foreach (string id in visitor.Tenant.ProjectIds)
        {
            string path = $"v2/projects/{id}/members";
            if ((await visitor.GetAsync(path)).Data.Count > 0)
            {
                return path;
            }
        }

        throw new InvalidOperationException("No project has members.");
    }
}
