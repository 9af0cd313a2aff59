using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Personio.Rest;

/// <summary>A form body with fields and one file, which is read from disk while it is sent.</summary>
/// <param name="path">The full path of the file.</param>
/// <param name="fields">The fields by name; null values are omitted.</param>
public sealed class FileUpload(string path, IReadOnlyDictionary<string, string?> fields)
{
    internal MultipartContent ToContent()
    {
        var form = new MultipartContent("form-data");
        try
        {
            foreach ((string name, string? value) in fields)
            {
                if (value is not null)
                {
                    Add(form, new ByteArrayContent(Encoding.UTF8.GetBytes(value)), $"name=\"{name}\"");
                }
            }

            // Disposed with the form. Seekable, so that it can be sent again after a 429.
            var file = new StreamContent(new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous));
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            Add(form, file, $"name=\"file\"; filename=\"{Quoted(Path.GetFileName(path))}\"");
            form.HeaderEncodingSelector = (_, _) => Encoding.UTF8;
            return form;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            form.Dispose();
            throw new PersonioException(
                ErrorKind.InvalidRequest, $"The file '{path}' could not be read. {fault.Message}", fault);
        }
    }

    private static void Add(MultipartContent form, HttpContent part, string disposition)
    {
        // Without validation: the runtime would encode names with umlauts as in email, which few servers understand
        // (RFC 7578, section 5.1).
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; {disposition}");
        form.Add(part);
    }

    // Escapes as browsers do (HTML standard, multipart/form-data encoding algorithm).
    private static string Quoted(string name) => string.Concat(name.Select(c => c is '"' or '\r' or '\n'
        ? string.Create(CultureInfo.InvariantCulture, $"%{(int)c:X2}")
        : c.ToString()));
}
