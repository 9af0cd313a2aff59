using System.Globalization;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Document upload, which is still a v1 form.</summary>
internal static class DocumentUpload
{
    public const int MaximumBytes = 30 * 1024 * 1024;

    private static readonly string[] s_known = ["title", "employee_id", "category_id", "file", "comment", "date"];

    public static HttpResponse Create(ApiCall call)
    {
        call.QueryOf();
        List<FormPart> parts = MultipartForm.TryRead(call.Request)
            ?? throw Problem.Unprocessable("The request body is not a multipart form.");
        if (parts.Find(part => !s_known.Contains(part.Name)) is { } unknown)
        {
            throw Problem.Unprocessable($"The field '{unknown.Name}' is unknown.");
        }

        string title = Required(parts, "title").Text;
        (string person, string category) = (Required(parts, "employee_id").Text, Required(parts, "category_id").Text);
        FormPart file = Required(parts, "file");
        if (file.Content.Length > MaximumBytes)
        {
            throw new ProblemException(413, "Payload too large", "The file is larger than 30 MB.");
        }

        PersonRow owner = call.Tenant.People.Persons.Find(person) ?? throw Problem.NotFound();
        NamedRow known = call.Tenant.DocumentCategories.Find(category) ?? throw Problem.NotFound();
        DocumentRow row = NewRow(call.Tenant, parts, title, file, owner, known);
        call.Tenant.Records.Documents.Add(row);
        call.Tenant.LogWrite(call.Request.Method, call.Request.Path, row.Id);
        return PersonioJson.Response(new V1Response(true, Show(row, owner, known)), 201);
    }

    private static DocumentRow NewRow(
        SandboxTenant tenant, List<FormPart> parts, string title, FormPart file, PersonRow owner, NamedRow category)
    {
        string fileName = file.FileName ?? title;
        return new DocumentRow
        {
            Id = (DocumentBuilder.FirstId + tenant.Records.Documents.Rows.Count).ToString(CultureInfo.InvariantCulture),
            Owner = owner.Id,
            Name = title,
            FileName = fileName,
            Date = Day(parts) ?? tenant.Today,
            Comment = parts.Find(part => part.Name == "comment")?.Text,
            CategoryId = category.Id,
            DocumentType = Path.GetExtension(fileName).ToLowerInvariant() switch
            {
                ".pdf" => "application/pdf",
                ".txt" => "text/plain",
                _ => "application/octet-stream",
            },
            ContentType = file.ContentType ?? "application/octet-stream",
            Size = file.Content.Length,
            Content = file.Content,
            CreatedAt = tenant.Calendar.Now,
            VirusScan = "unknown",
        };
    }

    private static FormPart Required(List<FormPart> parts, string name) =>
        parts.Find(part => part.Name == name) is { Content.Length: > 0 } part
            ? part
            : throw Problem.Unprocessable($"The field '{name}' is required.");

    private static DateOnly? Day(List<FormPart> parts) =>
        parts.Find(part => part.Name == "date") is not { } part ? null
        : WireTime.TryDay(part.Text, out DateOnly day) ? day
        : throw Problem.Unprocessable("The value of the field 'date' is invalid.");

    private static V1Resource Show(DocumentRow row, PersonRow owner, NamedRow category) => new(
        "Document",
        new V1Document(
            row.Name,
            row.Date,
            row.Comment,
            new V1Resource("Employee", new V1EmployeeId(long.Parse(owner.Id, CultureInfo.InvariantCulture))),
            Documents.Show(category)))
    {
        Id = long.Parse(row.Id, CultureInfo.InvariantCulture),
    };
}
