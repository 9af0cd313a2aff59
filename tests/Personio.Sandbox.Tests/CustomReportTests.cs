using System.Globalization;
using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class CustomReportTests
{
    private const string Path = "v1/company/custom-reports";

    [Fact]
    public async Task The_list_tells_what_the_reports_are_without_their_rows()
    {
        using Visitor visitor = await Visitor.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/reports");

        Assert.Equal(
            """{"total_elements":3,"current_page":0,"total_pages":1}""",
            reply.Json.GetProperty("metadata").GetRawText());
        Assert.Equal(visitor.Tenant.CustomReportIds, Rows(reply).Select(row => Text(row, "id")));
        Assert.Equal(
            ["point_in_time", "timeframe", "historical_data"], Rows(reply).Select(row => Text(row, "type")));
        Assert.All(Rows(reply), row => Assert.False(row.TryGetProperty("items", out _)));
    }

    [Theory]
    [InlineData("status=updating", "2")]
    [InlineData("status=update_failed", "")]
    [InlineData("report_ids={0},{2}", "0 2")]
    [InlineData("report_ids={0}&status=updating", "")]
    public async Task The_list_is_filtered(string query, string expected)
    {
        using Visitor visitor = await Visitor.LoginAsync();
        object[] ids = [.. visitor.Tenant.CustomReportIds];

        Reply reply = await visitor.GetAsync(
            $"{Path}/reports?{string.Format(CultureInfo.InvariantCulture, query, ids)}");

        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Rows(reply).Select(row => Array.IndexOf(ids, Text(row, "id")).ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_pages_of_a_report_begin_with_0_and_have_every_person_once()
    {
        using Visitor visitor = await Visitor.LoginAsync();
        string path = $"{Path}/reports/{visitor.Tenant.CustomReportIds[1]}";

        Reply usual = await visitor.GetAsync(path);
        Reply[] pages =
        [
            await visitor.GetAsync($"{path}?page=0&limit=25"), await visitor.GetAsync($"{path}?page=1&limit=25"),
            await visitor.GetAsync($"{path}?page=2&limit=25"), await visitor.GetAsync($"{path}?page=3&limit=25"),
        ];

        Assert.Equal(
            """{"total_elements":60,"current_page":0,"total_pages":2}""",
            usual.Json.GetProperty("metadata").GetRawText());
        Assert.Equal(50, Items(usual).Length);
        Assert.Equal([25, 25, 10, 0], pages.Select(page => Items(page).Length));
        Assert.Equal(
            visitor.Tenant.PersonIds,
            pages.SelectMany(Items).Select(item => item.GetProperty("employee_id").GetRawText()));
    }

    [Fact]
    public async Task A_filter_of_the_report_leaves_out_persons()
    {
        using Visitor visitor = await Visitor.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/reports/{visitor.Tenant.CustomReportIds[0]}?limit=1000");
        Reply persons = await visitor.GetAsync("v2/persons?status=INACTIVE&limit=50");

        Assert.Equal("status", Text(Rows(reply)[0].GetProperty("filters")[0], "column"));
        Assert.NotEmpty(persons.Ids);
        Assert.Equal(60 - persons.Ids.Count, Items(reply).Length);
    }

    [Fact]
    public async Task Each_kind_of_value_has_its_own_members()
    {
        using Visitor visitor = await Visitor.LoginAsync();
        JsonElement[] cells = [.. await CellsAsync(visitor, 0), .. await CellsAsync(visitor, 1)];

        ILookup<string, string> members = cells.ToLookup(
            cell => Text(cell, "data_type")!,
            cell => string.Join(' ', cell.EnumerateObject().Skip(3).Select(member => member.Name)));

        Assert.All(cells, cell => Assert.Equal(
            ["attribute_id", "data_type", "employee_id"], cell.EnumerateObject().Take(3).Select(member => member.Name)));
        Assert.Equal("value", members["TEXT"].Distinct().Single());
        Assert.Equal("entity_id value", members["ENTITY"].Distinct().Single());
        Assert.Equal("cost_centers", members["COST_CENTER"].Distinct().Single());
        Assert.Equal(
            "start_date end_date duration_days duration_hours", members["ABSENCE_OVERVIEW"].Distinct().Single());
        Assert.Equal(
            "start_date end_date half_day_at_start half_day_at_end", members["ABSENCE_PERIOD"].Distinct().Single());
        Assert.Contains(cells, cell => Text(cell, "data_type") == "COST_CENTER"
            && cell.GetProperty("cost_centers").EnumerateArray().Any(share => Text(share, "weight") == "100%"));
    }

    [Fact]
    public async Task A_history_has_attributes_of_another_name_each_with_its_day()
    {
        using Visitor visitor = await Visitor.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/reports/{visitor.Tenant.CustomReportIds[2]}");
        JsonElement[] cells =
            [.. Items(reply).SelectMany(item => item.GetProperty("historical_attributes").EnumerateArray())];

        Assert.All(Items(reply), item => Assert.False(item.TryGetProperty("attributes", out _)));
        Assert.All(cells, cell => Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", Text(cell, "effective_date")));
        Assert.Contains(cells, cell => Text(cell, "data_type") == "SALARY"
            && cell.GetProperty("amount").ValueKind == JsonValueKind.String && Text(cell, "currency_symbol") == "€");
    }

    [Theory]
    [InlineData("columns[]=last_name&columns[]=fix_salary", "Last name;Fixed salary;")]
    [InlineData("columns[]=last_name&columns[]=fix_salary&locale=de", "Nachname;Festgehalt;")]
    [InlineData("columns[]=nothing", "")]
    public async Task Columns_tell_labels_in_a_language(string query, string labels)
    {
        using Visitor visitor = await Visitor.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/columns?{query}");

        Assert.Equal("Column", Text(reply.Json.GetProperty("data"), "type"));
        Assert.Equal(labels, Labels(reply));
    }

    [Fact]
    public async Task Columns_are_those_of_all_reports_or_of_one()
    {
        using Visitor visitor = await Visitor.LoginAsync();

        Reply all = await visitor.GetAsync($"{Path}/columns");
        Reply one = await visitor.GetAsync($"{Path}/columns?report_id={visitor.Tenant.CustomReportIds[2]}");

        Assert.Equal(7, Labels(all).Count(letter => letter == ';'));
        Assert.Equal("Last name;Fixed salary;", Labels(one));
    }

    [Theory]
    [InlineData("reports/nothing", 404)]
    [InlineData("columns?report_id=nothing", 404)]
    [InlineData("columns?locale=xx", 400)]
    [InlineData("columns?page=1", 400)]
    [InlineData("columns?locale=de&locale=en", 400)]
    [InlineData("reports?status=late", 400)]
    [InlineData("reports?limit=2", 400)]
    [InlineData("reports/{0}?limit=0", 400)]
    [InlineData("reports/{0}?limit=many", 400)]
    [InlineData("reports/{0}?page=-1", 400)]
    [InlineData("reports/{0}?locale=xx", 400)]
    [InlineData("reports/{0}?offset=50", 400)]
    public async Task A_bad_request_gets_an_error_of_another_shape_than_the_rest_of_v1(string path, int status)
    {
        using Visitor visitor = await Visitor.LoginAsync();

        Reply reply = await visitor.GetAsync(
            $"{Path}/{string.Format(CultureInfo.InvariantCulture, path, visitor.Tenant.CustomReportIds[0])}");

        Assert.Equal((status, status), (reply.Status, reply.Json.GetProperty("status").GetInt32()));
        Assert.True(reply.Json.TryGetProperty("trace_id", out _));
        Assert.Equal(
            ["title", "details", "type", "_meta"],
            reply.Json.GetProperty("errors")[0].EnumerateObject().Select(member => member.Name));
    }

    private static async Task<JsonElement[]> CellsAsync(Visitor visitor, int index)
    {
        Reply reply = await visitor.GetAsync($"{Path}/reports/{visitor.Tenant.CustomReportIds[index]}?limit=100");
        return [.. Items(reply).SelectMany(item => item.GetProperty("attributes").EnumerateArray())];
    }

    private static string? Text(JsonElement parent, string name) => parent.GetProperty(name).GetString();

    private static string Labels(Reply reply) => string.Concat(
        reply.Json.GetProperty("data").GetProperty("attributes").EnumerateArray()
            .Select(column => $"{Text(column, "human_readable")};"));

    private static JsonElement[] Rows(Reply reply)
        => [.. reply.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("attributes"))];

    private static JsonElement[] Items(Reply reply) => [.. Rows(reply)[0].GetProperty("items").EnumerateArray()];
}
