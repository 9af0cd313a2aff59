using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Documents: listing, download, and changes. Uploads and categories belong to v1.</summary>
internal static class Documents
{
    private const string Root = "/v2/document-management/documents";
    private const int MaximumName = 256;

    private static readonly ListRules s_documents = new(
        100, 200, "owner_id", "category_id", "created_at.gte", "created_at.lt");

    public static Route[] Routes { get; } =
    [
        Route.Get(Root, Scopes.DocumentsRead, List),
        Route.Get($"{Root}/{{id}}/download", Scopes.DocumentsRead, Download),
        Route.Patch($"{Root}/{{id}}", Scopes.DocumentsWrite, Change),
        Route.Delete($"{Root}/{{id}}", Scopes.DocumentsWrite, Remove),
        Route.Post("/v1/company/documents", Scopes.DocumentsWrite, DocumentUpload.Create),
        Route.Get("/v1/company/document-categories", Scopes.DocumentsRead, ListCategories),
    ];

    private static HttpResponse List(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_documents);
        string owner = request.Text("owner_id") is { Length: > 0 } known ? known : throw request.Invalid();
        var tests = new List<Func<DocumentRow, bool>> { row => row.Owner == owner };
        Filter.Equal(tests, request.Text("category_id"), row => row.CategoryId);
        Filter.Within(tests, request.Day("created_at.gte"), null, CreatedOn);
        if (request.Day("created_at.lt") is { } before)
        {
            tests.Add(row => CreatedOn(row) < before);
        }

        // A position counts all rows of one owner, whose number never decreases.
        return Page.Create(request, call.Tenant.Records.Documents.OfOwner(owner), tests);
    }

    private static DateOnly? CreatedOn(DocumentRow row) => DateOnly.FromDateTime(row.CreatedAt.UtcDateTime);

    private static HttpResponse Download(ApiCall call)
    {
        call.QueryOf();
        DocumentRow row = call.Find(call.Tenant.Records.Documents);
        if (row.VirusScan == "unsafe")
        {
            throw Problem.Conflict("Unsafe document", "The virus scan found the document to be unsafe.");
        }

        return new HttpResponse(200, row.ContentType, row.Content)
        {
            Headers = [new("Content-Disposition", Disposition(row.FileName))],
        };
    }

    /// <summary>The plain form and, if it cannot represent the name, also the encoded one (RFC 6266).</summary>
    private static string Disposition(string name)
    {
        string plain = string.Concat(name.Select(c => c is >= ' ' and < (char)127 and not '"' and not '\\' ? c : '_'));
        return plain == name
            ? $"attachment; filename=\"{plain}\""
            : $"attachment; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }

    private static HttpResponse Change(ApiCall call)
    {
        call.QueryOf();
        DocumentRow row = call.Find(call.Tenant.Records.Documents);
        var changes = new Changes(JsonBody.Read(call, "name", "date", "comment", "category"));
        changes.Replace("name", Name, value => row.Name = row.FileName = value);
        changes.Replace("date", JsonBody.Day, value => row.Date = value ?? row.Date);
        changes.Replace("comment", JsonBody.Text, value => row.Comment = value);
        changes.Replace("category", (body, name) => Category(call, body, name), value => row.CategoryId = value);
        changes.Apply();
        row.Touch();
        return call.Done(row.Id);
    }

    private static string Name(JsonElement body, string name)
    {
        _ = body.Text(name, MaximumName);
        return body.RequiredText(name);
    }

    private static string Category(ApiCall call, JsonElement body, string name) =>
        body.Reference(name) is { } id && call.Tenant.DocumentCategories.Find(id) is not null
            ? id
            : throw Problem.Unprocessable("The document category was not found.");

    private static HttpResponse Remove(ApiCall call)
    {
        call.QueryOf();
        DocumentRow row = call.Find(call.Tenant.Records.Documents);
        row.Remove();
        return call.Done(row.Id);
    }

    private static HttpResponse ListCategories(ApiCall call)
    {
        call.QueryOf();
        return PersonioJson.Response(new V1Response(true, call.Tenant.DocumentCategories.Live.Select(Show).ToArray()));
    }

    /// <summary>A category in v1, where the ID is a number.</summary>
    public static V1Resource Show(NamedRow category) => new("DocumentCategory", new V1Category(category.Name))
    {
        Id = long.Parse(category.Id, CultureInfo.InvariantCulture),
    };
}
