using System.Text.Json;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Reads request bodies strictly: anything that the API would not understand is an error.</summary>
internal static class JsonBody
{
    /// <summary>Returns the body, which must be a JSON object.</summary>
    public static JsonElement Read(ApiCall call)
    {
        JsonElement root = ReadAny(call);
        return root.ValueKind == JsonValueKind.Object ? root : throw InvalidJson();
    }

    /// <summary>Returns the body, of any JSON type.</summary>
    public static JsonElement ReadAny(ApiCall call)
    {
        string type = (call.Request.Header("Content-Type") ?? "").Split(';')[0].Trim();
        if (!type.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw Problem.BadRequest("The content type must be application/json.");
        }

        try
        {
            return JsonDocument.Parse(call.Request.Body).RootElement;
        }
        catch (JsonException)
        {
            throw InvalidJson();
        }
    }

    /// <summary>Returns the body, which must have no members except these.</summary>
    public static JsonElement Read(ApiCall call, params string[] known)
    {
        JsonElement body = Read(call);
        return body.RejectUnknown(known);
    }

    /// <summary>Returns the object itself, which must have no members except these.</summary>
    public static JsonElement RejectUnknown(this JsonElement body, params string[] known)
    {
        foreach (JsonProperty member in body.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw Problem.BadRequest($"The field '{member.Name}' is unknown or cannot be written.");
            }
        }

        return body;
    }

    /// <summary>The ID inside `"name":{"id":"…"}`; null if the member is missing or null.</summary>
    public static string? Reference(this JsonElement body, string name)
    {
        if (!body.Has(name, out JsonElement member))
        {
            return null;
        }

        bool isReference = member.ValueKind == JsonValueKind.Object
            && member.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String;
        return isReference ? member.RejectUnknown("id").GetProperty("id").GetString() : throw Invalid(name);
    }

    /// <summary>The ID inside a required reference.</summary>
    public static string RequiredReference(this JsonElement body, string name) =>
        body.Reference(name) ?? throw Problem.BadRequest($"The field '{name}' is required.");

    public static string? Text(this JsonElement body, string name)
    {
        if (!body.Has(name, out JsonElement member))
        {
            return null;
        }

        return member.ValueKind == JsonValueKind.String ? member.GetString() : throw Invalid(name);
    }

    /// <summary>A required text, which must not be empty.</summary>
    public static string RequiredText(this JsonElement body, string name) => body.Text(name) switch
    {
        null => throw Problem.BadRequest($"The field '{name}' is required."),
        { Length: 0 } => throw Invalid(name),
        { } text => text,
    };

    /// <summary>A text within the length that the service can store; null if the member is missing or null.</summary>
    public static string? Text(this JsonElement body, string name, int maximum) =>
        body.Text(name) is { } text && text.Length > maximum
            ? throw Problem.Unprocessable($"The value of the field '{name}' is longer than {maximum} characters.")
            : body.Text(name);

    public static bool? Flag(this JsonElement body, string name) =>
        !body.Has(name, out JsonElement member) ? null
        : member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean()
        : throw Invalid(name);

    /// <summary>A local date and time `{"date_time":"…"}`; null if the member is missing or null.</summary>
    public static DateTime? Moment(this JsonElement body, string name)
    {
        if (!body.Has(name, out JsonElement member))
        {
            return null;
        }

        bool isMoment = member.ValueKind == JsonValueKind.Object;
        return isMoment && WireTime.TryWall(member.RejectUnknown("date_time").Text("date_time"), out DateTime at)
            ? at
            : throw Invalid(name);
    }

    /// <summary>A day `{"date":"…"}`; null if the member is missing or null.</summary>
    public static DateOnly? Date(this JsonElement body, string name) =>
        !body.Has(name, out JsonElement member) ? null
        : member.ValueKind == JsonValueKind.Object
            ? member.RejectUnknown("date").Day("date") ?? throw Invalid(name)
            : throw Invalid(name);

    /// <summary>A boundary `{"date_time":"…","type":"…"}`; null if the member is missing or null.</summary>
    public static Boundary? Boundary(this JsonElement body, string name)
    {
        if (!body.Has(name, out JsonElement member))
        {
            return null;
        }

        // A timestamp with a UTC offset would be shifted silently; rejecting it is kinder.
        if (member.ValueKind != JsonValueKind.Object || !WireTime.TryWall(member.Text("date_time"), out DateTime at))
        {
            throw Invalid(name);
        }

        string? half = member.Text("type");
        return half is null or Tenant.Boundary.FirstHalf or Tenant.Boundary.SecondHalf
            ? new Boundary(at, half)
            : throw Invalid(name);
    }

    /// <summary>One of the known words; null if the member is missing or null.</summary>
    public static string? OneOf(this JsonElement body, string name, params string[] known) =>
        body.Text(name) is not { } text || known.Contains(text) ? body.Text(name) : throw Invalid(name);

    public static DateOnly? Day(this JsonElement body, string name) =>
        body.Text(name) is not { } text ? null : WireTime.TryDay(text, out DateOnly day) ? day : throw Invalid(name);

    public static decimal? Number(this JsonElement body, string name) =>
        !body.Has(name, out JsonElement member) ? null
        : member.ValueKind == JsonValueKind.Number && member.TryGetDecimal(out decimal number) ? number
        : throw Invalid(name);

    /// <summary>The objects of an array; empty if the member is missing or null.</summary>
    public static JsonElement[] Items(this JsonElement body, string name)
    {
        if (!body.Has(name, out JsonElement member))
        {
            return [];
        }

        bool isList = member.ValueKind == JsonValueKind.Array
            && member.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);
        return isList ? [.. member.EnumerateArray()] : throw Invalid(name);
    }

    /// <summary>True if a member exists and is not null.</summary>
    public static bool Has(this JsonElement body, string name, out JsonElement member) =>
        body.TryGetProperty(name, out member) && member.ValueKind != JsonValueKind.Null;

    public static ProblemException Invalid(string name) =>
        Problem.BadRequest($"The value of the field '{name}' is invalid.");

    private static ProblemException InvalidJson() => Problem.BadRequest("The request body is not valid JSON.");
}
