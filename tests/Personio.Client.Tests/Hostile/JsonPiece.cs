using System.Text;
using System.Text.Json;

namespace Personio.Client.Tests.Hostile;

/// <summary>
/// A piece of JSON that may be invalid: names may be duplicated, and a scalar is any text, well-formed or not.
/// </summary>
internal sealed class JsonPiece
{
    private JsonPiece(string? raw) => Raw = raw;

    /// <summary>The text of a scalar as it is written; null for objects and arrays.</summary>
    public string? Raw { get; private set; }

    /// <summary>The names (with quotes) and values of an object, or the items of an array with empty names.</summary>
    public List<(string Name, JsonPiece Value)> Inner { get; private set; } = [];

    public bool IsObject { get; private set; }

    public static JsonPiece Scalar(string raw) => new(raw);

    public static JsonPiece Array(params JsonPiece[] items) =>
        new((string?)null) { Inner = [.. items.Select(item => ("", item))] };

    public static JsonPiece Object(params (string Name, JsonPiece Value)[] members) =>
        new((string?)null)
        {
            IsObject = true, Inner = [.. members.Select(member => ($"\"{member.Name}\"", member.Value))],
        };

    public static JsonPiece Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>Becomes a copy of another piece.</summary>
    public void Become(JsonPiece other) => (Raw, Inner, IsObject) = (other.Raw, [.. other.Inner], other.IsObject);

    public JsonPiece Copy() => new(Raw)
    {
        IsObject = IsObject,
        Inner = [.. Inner.Select(member => (member.Name, member.Value.Copy()))],
    };

    /// <summary>This piece and all its descendants.</summary>
    public IEnumerable<JsonPiece> All() => Inner.SelectMany(member => member.Value.All()).Prepend(this);

    /// <summary>The JSON; null if it is longer than this many characters.</summary>
    public string? Text(int most)
    {
        var text = new StringBuilder();
        Write(text, most);
        return text.Length > most ? null : text.ToString();
    }

    private static JsonPiece Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(
        [
            .. element.EnumerateObject()
                .Select(member => (JsonEncodedText.Encode(member.Name).ToString(), Of(member.Value))),
        ]),
        JsonValueKind.Array => Array([.. element.EnumerateArray().Select(Of)]),
        _ => Scalar(element.GetRawText()),
    };

    private void Write(StringBuilder text, int most)
    {
        if (Raw is not null)
        {
            text.Append(Raw);
            return;
        }

        text.Append(IsObject ? '{' : '[');
        for (int i = 0; i < Inner.Count && text.Length <= most; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Inner[i].Name).Append(IsObject ? ":" : "");
            Inner[i].Value.Write(text, most);
        }

        text.Append(IsObject ? '}' : ']');
    }
}
