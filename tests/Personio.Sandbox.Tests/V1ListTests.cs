using System.Text.Json;

namespace Personio.Sandbox.Tests;

/// <summary>What the sandbox serves of v1 for clients that still need it.</summary>
public sealed class V1ListTests
{
    [Fact]
    public async Task Employees_are_paged_with_an_object_for_each_attribute()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply first = await visitor.GetAsync("v1/company/employees?limit=40");
        Reply second = await visitor.GetAsync("v1/company/employees?limit=40&offset=40");
        Reply one = await visitor.GetAsync("v1/company/employees/4101");

        Assert.Equal(60, first.Json.GetProperty("metadata").GetProperty("total_elements").GetInt32());
        Assert.Equal(2, first.Json.GetProperty("metadata").GetProperty("total_pages").GetInt32());
        string[] ids = [.. Data(first).Concat(Data(second)).Select(row => Value(row, "id").GetRawText())];
        Assert.Equal(visitor.Tenant.PersonIds, ids);
        Assert.Equal("4101", Value(one.Json.GetProperty("data"), "id").GetRawText());
        Assert.Equal("Department", Data(first)[0].GetProperty("attributes").GetProperty("department")
            .GetProperty("label").GetString());
    }

    [Fact]
    public async Task An_employee_names_what_it_belongs_to_and_has_only_the_requested_attributes()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply all = await visitor.GetAsync("v1/company/employees?limit=2");
        Reply some = await visitor.GetAsync("v1/company/employees?limit=2&attributes[]=team&attributes[]=dynamic_9002");

        JsonElement row = Data(all)[1];
        Assert.Equal("Employee", Value(row, "supervisor").GetProperty("type").GetString());
        Assert.Equal("4100", Value(Value(row, "supervisor"), "id").GetRawText());
        Assert.Equal(
            visitor.Tenant.PersonIds[1], Value(row, "id").GetRawText());
        Assert.False(string.IsNullOrEmpty(
            Value(row, "department").GetProperty("attributes").GetProperty("name").GetString()));
        Assert.Equal(
            100, Value(row, "cost_centers").EnumerateArray()
                .Sum(share => share.GetProperty("attributes").GetProperty("percentage").GetDecimal()));
        Assert.Equal(
            "Languages", row.GetProperty("attributes").GetProperty("dynamic_9003").GetProperty("label").GetString());
        Assert.Equal(
            ["id", "first_name", "last_name", "email", "team", "dynamic_9002"],
            Data(some)[1].GetProperty("attributes").EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("v1/company/employees?limit=101", 400)]
    [InlineData("v1/company/employees?page=2", 400)]
    [InlineData("v1/company/employees/77", 404)]
    [InlineData("v1/company/time-offs/77", 404)]
    [InlineData("v1/company/time-offs?start_date=01.05.2026", 400)]
    [InlineData("v1/company/attendances?start_date=2026-05-01", 422)]
    public async Task Bad_queries_are_rejected(string path, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(path);

        Assert.Equal(status, reply.Status);
        Assert.False(reply.Json.GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task Time_off_types_contain_their_id_in_v2()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync("v1/company/time-off-types");

        Assert.Equal(
            visitor.Tenant.AbsenceTypeIds,
            Data(reply).Select(row => row.GetProperty("attributes").GetProperty("id_v2").GetString()));
    }

    [Fact]
    public async Task Time_offs_are_whole_days_inside_the_span_and_their_offset_counts_pages()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string id = visitor.Tenant.AddAbsencePeriod(
            "4101", "Vacation", "2026-05-04T00:00:00", null, "2026-05-06T00:00:00", null, "APPROVED");

        Reply inside = await visitor.GetAsync(
            "v1/company/time-offs?start_date=2026-05-04&end_date=2026-05-05&employees[]=4101");
        Reply outside = await visitor.GetAsync(
            "v1/company/time-offs?start_date=2026-05-05&end_date=2026-05-31&employees[]=4101");
        Reply all = await visitor.GetAsync("v1/company/time-offs");
        Reply page = await visitor.GetAsync("v1/company/time-offs?limit=2&offset=2");

        JsonElement found = Data(inside).Select(row => row.GetProperty("attributes"))
            .Single(row => row.GetProperty("id_v2").GetString() == id);
        Assert.Equal("2026-05-05T00:00:00+0100", found.GetProperty("end_date").GetString());
        Assert.Equal(2, found.GetProperty("days_count").GetDecimal());
        Assert.DoesNotContain(id, outside.Body, StringComparison.Ordinal);
        Assert.Equal(
            Data(all).Skip(2).Take(2).Select(row => row.GetRawText()), Data(page).Select(row => row.GetRawText()));
    }

    [Fact]
    public async Task Attendances_are_finished_work_of_the_requested_days()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string id = visitor.Tenant.AddAttendancePeriod(
            "4101", "WORK", "2026-06-16T08:00:00", "2026-06-16T12:30:00", "CONFIRMED", null);

        Reply reply = await visitor.GetAsync(
            "v1/company/attendances?start_date=2026-06-16&end_date=2026-06-16&employees[]=4101");

        JsonElement found = Data(reply).Select(row => row.GetProperty("attributes"))
            .Single(row => row.GetProperty("id_v2").GetString() == id);
        Assert.Equal("08:00", found.GetProperty("start_time").GetString());
        Assert.Equal("12:30", found.GetProperty("end_time").GetString());
        Assert.Equal("confirmed", found.GetProperty("status").GetString());
    }

    private static JsonElement[] Data(Reply reply) => [.. reply.Json.GetProperty("data").EnumerateArray()];

    private static JsonElement Value(JsonElement row, string name) =>
        row.GetProperty("attributes").GetProperty(name).GetProperty("value");
}
