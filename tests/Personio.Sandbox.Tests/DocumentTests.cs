using System.Net.Http.Headers;
using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class DocumentTests
{
    private const string Path = "v2/document-management/documents";

    [Fact]
    public async Task All_pages_together_have_every_document_of_the_owner_exactly_once()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path}?owner_id=4100&limit=5");

        Assert.Equal([5, 5, 5, 5], pages.Select(page => page.Data.Count));
        Assert.Equal(visitor.Tenant.DocumentIds.Take(20), pages.SelectMany(page => page.Ids));
        Assert.All(
            pages.SelectMany(page => page.Data),
            row => Assert.Equal("4100", row.GetProperty("owner").GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?owner_id=")]
    [InlineData("?category_id=7")]
    [InlineData("?owner_id=4100&limit=300")]
    [InlineData("?owner_id=4100&created_at.lte=2026-01-01")]
    [InlineData("?owner_id=4100&created_at.gte=2026-01-01T00:00:00Z")]
    [InlineData("?owner_id=4100&cursor=x")]
    public async Task A_bad_query_is_refused(string query)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(Path + query);

        Assert.Equal(400, reply.Status);
    }

    [Theory]
    [InlineData("?owner_id=77")]
    [InlineData("?owner_id=4100&category_id=77")]
    public async Task An_unknown_owner_or_category_has_no_documents(string query)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(Path + query);

        Assert.Equal((200, 0), (reply.Status, reply.Data.Count));
    }

    [Fact]
    public async Task Creation_days_are_inclusive_at_the_start_and_exclusive_at_the_end()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply all = await visitor.GetAsync($"{Path}?owner_id=4100");
        string day = all.Data[3].GetProperty("created_at").GetString()![..10];

        Reply from = await visitor.GetAsync($"{Path}?owner_id=4100&created_at.gte={day}");
        Reply before = await visitor.GetAsync($"{Path}?owner_id=4100&created_at.lt={day}");

        Assert.Contains(all.Ids[3], from.Ids);
        Assert.DoesNotContain(all.Ids[3], before.Ids);
        Assert.Equal(all.Data.Count, from.Data.Count + before.Data.Count);
    }

    [Fact]
    public async Task Every_file_name_arrives_as_sent()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply list = await visitor.GetAsync($"{Path}?owner_id=4100");
        var names = new List<string?>();
        foreach (JsonElement row in list.Data.Where(row => Scan(row) != "unsafe"))
        {
            (HttpResponseMessage answer, byte[] bytes) = await DownloadAsync(visitor, Id(row));
            string? name = Name(answer.Content.Headers.ContentDisposition!);
            names.Add(name);

            Assert.Equal(row.GetProperty("name").GetString(), name);
            Assert.Equal(row.GetProperty("size").GetInt32(), bytes.Length);
            Assert.False(answer.Headers.Contains("X-Injected"));
        }

        Assert.Superset(
            new HashSet<string?> { "../x", "CON.txt", "Prüfung größer ß.pdf", "two\r\nX-Injected: lines.txt", ".." },
            names.ToHashSet());
        Assert.Contains(names, name => name!.Length == 300);
        Assert.Contains(list.Data, row => row.GetProperty("size").GetInt32() == 0);
    }

    [Fact]
    public async Task A_large_document_has_the_type_of_the_file_and_all_its_bytes()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        (HttpResponseMessage answer, byte[] bytes) = await DownloadAsync(visitor, "7781");

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(3_000_000, bytes.Length);
        Assert.Equal("Contract.pdf", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Null(answer.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task An_unsafe_document_is_refused_and_an_unknown_one_not_found()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply list = await visitor.GetAsync($"{Path}?owner_id=4100");
        string id = Id(list.Data.First(row => Scan(row) == "unsafe"));

        Reply refused = await visitor.GetAsync($"{Path}/{id}/download");
        Reply unknown = await visitor.GetAsync($"{Path}/1/download");

        Assert.Equal([409, 404], [refused.Status, unknown.Status]);
        Assert.Equal("Unsafe document", refused.ErrorTitle);
        Assert.Contains(list.Data, row => Scan(row) == "unknown");
    }

    [Fact]
    public async Task A_change_affects_only_what_was_sent()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string before = visitor.Tenant.FindDocumentJson("7782")!;

        Reply reply = await visitor.PatchAsync($"{Path}/7782", """
            {"name":"Größe, \"x\".txt","date":"2026-05-01","category":{"id":"9"}}
            """);
        JsonElement after = JsonDocument.Parse(visitor.Tenant.FindDocumentJson("7782")!).RootElement;
        (HttpResponseMessage answer, _) = await DownloadAsync(visitor, "7782");

        Assert.Equal((204, ""), (reply.Status, reply.Body));
        Assert.Equal("Größe, \"x\".txt", after.GetProperty("name").GetString());
        Assert.Equal("Größe, \"x\".txt", Name(answer.Content.Headers.ContentDisposition!));
        Assert.Equal("2026-05-01", after.GetProperty("date").GetString());
        Assert.Equal("9", after.GetProperty("category").GetProperty("id").GetString());
        Assert.Equal(
            JsonDocument.Parse(before).RootElement.GetProperty("comment").GetRawText(),
            after.GetProperty("comment").GetRawText());
        Assert.Equal([new LedgerEntry("PATCH", $"/{Path}/7782", "7782")], visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("7782", """{"name":null}""", 400)]
    [InlineData("7782", """{"name":""}""", 400)]
    [InlineData("7782", """{"comment":null}""", 400)]
    [InlineData("7782", """{"date":"1.5.2026"}""", 400)]
    [InlineData("7782", """{"category":null}""", 400)]
    [InlineData("7782", """{"owner":{"id":"4101"}}""", 400)]
    [InlineData("7782", """{"name":"ok.txt","category":{"id":"1"}}""", 422)]
    [InlineData("1", """{"name":"x"}""", 404)]
    public async Task A_refused_change_changes_nothing(string id, string body, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string? before = visitor.Tenant.FindDocumentJson("7782");

        Reply reply = await visitor.PatchAsync($"{Path}/{id}", body);
        Reply tooLong = await visitor.PatchAsync($"{Path}/7782", new { name = new string('n', 257) });

        Assert.Equal([status, 422], [reply.Status, tooLong.Status]);
        Assert.Equal(before, visitor.Tenant.FindDocumentJson("7782"));
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task A_deleted_document_is_gone()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.DeleteAsync($"{Path}/7782");
        Reply download = await visitor.GetAsync($"{Path}/7782/download");
        Reply list = await visitor.GetAsync($"{Path}?owner_id=4100");
        Reply again = await visitor.DeleteAsync($"{Path}/7782");

        Assert.Equal([204, 404, 404], [reply.Status, download.Status, again.Status]);
        Assert.Equal(19, list.Data.Count);
        Assert.Single(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Document_types_are_MIME_types_and_some_names_have_no_extension()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply list = await visitor.GetAsync($"{Path}?owner_id=4100");
        var types = list.Data.ToLookup(
            row => row.GetProperty("name").GetString(), row => row.GetProperty("document_type").GetString());

        Assert.Equal(["application/pdf", "application/pdf"], types["Contract.pdf"]);
        Assert.Equal(["application/pdf"], types["Arbeitsvertrag"]);
        Assert.Equal(["image/jpeg"], types["Photo"]);
    }

    [Fact]
    public async Task The_metadata_of_a_single_document_cannot_be_read()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}/7782");

        Assert.Equal((404, "Not Found"), (reply.Status, reply.ErrorTitle));
    }

    private static async Task<(HttpResponseMessage Answer, byte[] Bytes)> DownloadAsync(
        SandboxClient visitor, string id)
    {
        HttpResponseMessage answer = await visitor.Http.GetAsync(new Uri($"{Path}/{id}/download", UriKind.Relative));
        Assert.Equal(200, (int)answer.StatusCode);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }

    private static string? Name(ContentDispositionHeaderValue told) => told.FileNameStar ?? told.FileName?.Trim('"');

    private static string Id(JsonElement row) => row.GetProperty("id").GetString()!;

    private static string? Scan(JsonElement row) => row.GetProperty("virus_scan").GetProperty("status").GetString();
}
