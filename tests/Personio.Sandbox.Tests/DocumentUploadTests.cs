using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class DocumentUploadTests
{
    private const string Path = "v1/company/documents";

    [Fact]
    public async Task An_uploaded_document_is_returned_listed_and_downloaded_byte_for_byte()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        byte[] bytes = [.. Enumerable.Range(0, 70_000).Select(i => (byte)i), .. "\r\n--"u8, .. "\r\n\r\n"u8];

        Reply reply = await visitor.SendAsync(HttpMethod.Post, Path, Form(bytes, "Größe, x.pdf"));
        JsonElement data = reply.Json.GetProperty("data");
        string id = data.GetProperty("id").GetInt64().ToString(null, null);
        Reply list = await visitor.GetAsync("v2/document-management/documents?owner_id=4101&limit=200");
        byte[] read = await visitor.Http.GetByteArrayAsync(
            new Uri($"v2/document-management/documents/{id}/download", UriKind.Relative));

        Assert.Equal(201, reply.Status);
        Assert.True(reply.Json.GetProperty("success").GetBoolean());
        Assert.Equal("Titel, ü", data.GetProperty("attributes").GetProperty("title").GetString());
        Assert.Equal("2026-02-15", data.GetProperty("attributes").GetProperty("date").GetString());
        Assert.Equal(id, list.Ids[^1]);
        Assert.Equal("Titel, ü", list.Data[^1].GetProperty("name").GetString());
        Assert.Equal("application/pdf", list.Data[^1].GetProperty("document_type").GetString());
        Assert.Equal(bytes.Length, list.Data[^1].GetProperty("size").GetInt32());
        Assert.Equal(bytes, read);
        Assert.Equal([new LedgerEntry("POST", "/v1/company/documents", id)], visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("title", null, 422)]
    [InlineData("title", "", 422)]
    [InlineData("employee_id", null, 422)]
    [InlineData("category_id", null, 422)]
    [InlineData("file", null, 422)]
    [InlineData("date", "15.02.2026", 422)]
    [InlineData("owner", "4101", 422)]
    [InlineData("employee_id", "77", 404)]
    [InlineData("category_id", "77", 404)]
    public async Task A_form_that_is_not_as_documented_is_refused(string field, string? value, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        var form = new MultipartFormDataContent();
        foreach (HttpContent part in Form([1, 2], "x.pdf").Where(part => NameOf(part) != field))
        {
            form.Add(part);
        }

        if (value is not null)
        {
            form.Add(new StringContent(value), field);
        }

        Reply reply = await visitor.SendAsync(HttpMethod.Post, Path, form);

        Assert.Equal(status, reply.Status);
        Assert.False(reply.Json.GetProperty("success").GetBoolean());
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "nothing")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno head\r\n--b--")]
    [InlineData("application/json", "{}")]
    public async Task A_body_that_is_not_a_form_is_refused(string type, string body)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        Reply reply = await visitor.SendAsync(HttpMethod.Post, Path, content);

        Assert.Equal(422, reply.Status);
        Assert.Equal(
            "The request body is not a multipart form.",
            reply.Json.GetProperty("error").GetProperty("message").GetString());
    }

    [Theory]
    [InlineData(30 * 1024 * 1024, 201)]
    [InlineData((30 * 1024 * 1024) + 1, 413)]
    public async Task A_file_may_have_at_most_thirty_megabytes(int size, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.SendAsync(HttpMethod.Post, Path, Form(new byte[size], "x.bin"));

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 201 ? 1 : 0, visitor.Tenant.Ledger.Count);
    }

    [Fact]
    public async Task The_categories_of_v1_have_numbers_for_ids()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync("v1/company/document-categories");
        JsonElement[] data = [.. reply.Json.GetProperty("data").EnumerateArray()];

        Assert.Equal([7L, 8, 9, 10], data.Select(row => row.GetProperty("id").GetInt64()));
        Assert.All(data, row => Assert.Equal("DocumentCategory", row.GetProperty("type").GetString()));
        Assert.Equal("Contracts", data[0].GetProperty("attributes").GetProperty("name").GetString());
    }

    private static string? NameOf(HttpContent part) => part.Headers.ContentDisposition?.Name?.Trim('"');

    private static MultipartFormDataContent Form(byte[] bytes, string fileName)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return new MultipartFormDataContent
        {
            { new StringContent("Titel, ü"), "title" },
            { new StringContent("4101"), "employee_id" },
            { new StringContent("7"), "category_id" },
            { new StringContent("2026-02-15"), "date" },
            { file, "file", fileName },
        };
    }
}
