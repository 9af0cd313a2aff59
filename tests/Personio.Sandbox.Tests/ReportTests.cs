using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class ReportTests
{
    private const string Path = "v2/reports";

    [Fact]
    public async Task The_list_is_newest_first_and_its_next_link_is_a_plain_string()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path}?limit=2");
        string[] edited = [.. pages.SelectMany(page => page.Data)
            .Select(row => row.GetProperty("edited_at").GetProperty("date_time").GetString()!)];

        Assert.Equal([2, 2, 1], pages.Select(page => page.Data.Count));
        Assert.Equal(visitor.Tenant.ReportIds, pages.SelectMany(page => page.Ids));
        Assert.Equal(edited.OrderDescending(StringComparer.Ordinal), edited);
        Assert.Contains("\"next\":\"http://", pages[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"self\":{\"href\":", pages[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_returned_completely_in_rows_of_cells_aligned_with_its_columns()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/{visitor.Tenant.ReportIds[0]}");
        string?[] names = [.. Columns(reply).Select(column => column.GetProperty("name").GetString())];

        Assert.Equal(200, reply.Status);
        Assert.Equal("Belegschaft, \"alle\"", reply.Json.GetProperty("report_config").GetProperty("name").GetString());
        Assert.Equal(60, reply.Data.Count);
        Assert.Null(reply.Next);
        Assert.All(reply.Data, row => Assert.Equal(
            names, row.EnumerateArray().Select(cell => cell.GetProperty("attribute_id").GetString())));
    }

    [Fact]
    public async Task Every_kind_of_cell_occurs_including_empty_ones()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/{visitor.Tenant.ReportIds[0]}");
        JsonElement[] cells = [.. reply.Data.SelectMany(row => row.EnumerateArray())];
        HashSet<string> kinds = [.. cells.SelectMany(cell => cell.EnumerateObject()).Select(member => member.Name)];

        Assert.Equal(
            [
                "attribute_id", "boolean_value", "date_value", "monetary_value", "numeric_value", "options_value",
                "percentage_value", "string_value", "time_range_value",
            ],
            kinds.Order());
        Assert.Contains(cells, cell => cell.EnumerateObject().Count() == 1);
        Assert.Contains(cells, cell => cell.TryGetProperty("monetary_value", out JsonElement value)
            && value.ValueKind == JsonValueKind.Null);
        Assert.Contains(cells, cell => cell.TryGetProperty("percentage_value", out JsonElement value)
            && value.GetProperty("number").ValueKind == JsonValueKind.Null);
        Assert.Contains(cells, cell => cell.TryGetProperty("options_value", out JsonElement value)
            && value.GetProperty("options")[0].GetProperty("value").GetString() == "Finance");
    }

    [Theory]
    [InlineData("", "Name;Name;Hire date")]
    [InlineData("?locale=en", "Name;Name;Hire date")]
    [InlineData("?locale=de", "Name;Name;Eintrittsdatum")]
    public async Task Labels_follow_the_locale_and_are_not_unique(string query, string labels)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/{visitor.Tenant.ReportIds[0]}{query}");

        Assert.Equal(
            labels, string.Join(';', Columns(reply).Take(3).Select(Label)));
        Assert.Contains(Columns(reply), column => Label(column) == "");
    }

    [Fact]
    public async Task Pages_of_a_report_keep_its_language_and_have_every_row_once()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string path = $"{Path}/{visitor.Tenant.ReportIds[1]}";

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{path}?locale=de&limit=25");
        Reply whole = await visitor.GetAsync(path);

        Assert.Equal([25, 25, 10], pages.Select(page => page.Data.Count));
        Assert.Equal(
            whole.Data.Select(row => row.GetRawText()),
            pages.SelectMany(page => page.Data).Select(row => row.GetRawText()));
        Assert.All(pages, page => Assert.Equal(3, Columns(page).Length));
    }

    [Fact]
    public async Task A_cursor_excludes_every_other_parameter()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply first = await visitor.GetAsync($"{Path}/{visitor.Tenant.ReportIds[0]}?limit=25&locale=de");

        Reply alone = await visitor.GetAsync(first.Next!);
        Reply withLocale = await visitor.GetAsync($"{first.Next}&locale=de");
        Reply withLimit = await visitor.GetAsync($"{first.Next}&limit=25");

        Assert.Equal([200, 400, 400], [alone.Status, withLocale.Status, withLimit.Status]);
        Assert.Equal("Eintrittsdatum", Label(Columns(alone)[2]));
    }

    [Theory]
    [InlineData(2, "Unsupported nested type: null")]
    [InlineData(3, "Array contains no element matching the predicate.")]
    public async Task A_listed_report_may_still_be_unreadable(int index, string detail)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/{visitor.Tenant.ReportIds[index]}");

        Assert.Equal((400, detail), (reply.Status, reply.ErrorDetail));
    }

    [Fact]
    public async Task An_unknown_report_is_a_bad_request_of_another_shape()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/nothing");
        JsonElement error = reply.Json.GetProperty("errors")[0];

        Assert.Equal(400, reply.Status);
        Assert.Equal("400", error.GetProperty("status").GetString());
        Assert.Equal("Report with nothing not found.", error.GetProperty("detail").GetString());
        Assert.True(error.TryGetProperty("id", out _));
        Assert.False(reply.Json.TryGetProperty("personio_trace_id", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/attributes")]
    [InlineData("/any")]
    public async Task A_missing_scope_is_a_bad_request(string path)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.RevokeScope("personio:reports:read");
        await visitor.RenewAsync();

        Reply reply = await visitor.GetAsync(Path + path);

        Assert.Equal((400, "Unauthorized token"), (reply.Status, reply.ErrorDetail));
    }

    [Theory]
    [InlineData("?locale=xx")]
    [InlineData("?limit=0")]
    [InlineData("?cursor=x")]
    [InlineData("?page=1")]
    public async Task A_bad_query_is_refused(string query)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply report = await visitor.GetAsync($"{Path}/{visitor.Tenant.ReportIds[0]}{query}");
        Reply list = await visitor.GetAsync(Path + query);

        Assert.Equal([400, 400], [report.Status, list.Status]);
    }

    [Fact]
    public async Task Attributes_have_label_type_and_filtering()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path}/attributes?limit=4");
        JsonElement[] rows = [.. pages.SelectMany(page => page.Data)];

        Assert.Equal(3, pages.Count);
        Assert.Equal(11, rows.Select(row => row.GetProperty("name").GetString()).Distinct().Count());
        Assert.All(rows, row => Assert.True(
            row.TryGetProperty("display", out _) && row.TryGetProperty("type", out _)
            && row.TryGetProperty("filtering", out _)));
    }

    [Fact]
    public async Task A_report_reflects_later_writes()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        await visitor.PatchAsync("v2/persons/4100", """{"last_name":"Umbenannt"}""");

        Reply reply = await visitor.GetAsync($"{Path}/{visitor.Tenant.ReportIds[0]}");

        Assert.Equal("Umbenannt", reply.Data[0][0].GetProperty("string_value").GetProperty("value").GetString());
    }

    private static string? Label(JsonElement column) => column.GetProperty("display").GetString();

    private static JsonElement[] Columns(Reply reply) =>
        [.. reply.Json.GetProperty("_meta").GetProperty("columns").EnumerateArray()];
}
