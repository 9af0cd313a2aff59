using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Client.Json;

/// <summary>
/// Reads the rows of a page one by one, so that one that cannot be read does not take the others with it. Rows that
/// stand for nothing, such as null or an empty object, are left out.
/// </summary>
internal sealed class RowReader<T>
{
    private static readonly string[] s_ids = ["id", "key", "attribute_id", "name"];

    private static readonly JsonConverter<T> s_converter = (JsonConverter<T>)(LooseMembers.ConverterOf(typeof(T))
        ?? PersonioJson.Options.GetTypeInfo(typeof(T)).Converter);

    private readonly List<T> _rows = [];
    private readonly List<RowFault> _faults = [];

    private RowReader()
    {
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<T> Rows => _rows;

    /// <summary>How many there are, with those that are left out.</summary>
    public int Count { get; private set; }

    /// <summary>The rows that cannot be read.</summary>
    public IReadOnlyList<RowFault> Faults => _faults;

    /// <summary>Reads a list of rows and leaves the reader at its end.</summary>
    /// <exception cref="JsonException">It is no list, or no JSON.</exception>
    public static RowReader<T> Read(ref Utf8JsonReader reader)
    {
        var rows = new RowReader<T>();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                rows.Add(ref reader);
            }

            return rows;
        }

        using JsonDocument other = JsonDocument.ParseValue(ref reader);
        return Blank.Is(other.RootElement) || Blank.IsFlag(other.RootElement)
            ? rows
            : throw new JsonException($"A list of rows was expected, not {other.RootElement.ValueKind}.");
    }

    private static string? IdOf(JsonElement row) => row.ValueKind != JsonValueKind.Object ? null : s_ids
        .Select(name => row.TryGetProperty(name, out JsonElement id)
            && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && !Blank.Is(id) ? id.ToString() : null)
        .FirstOrDefault(id => id is not null);

    private void Add(ref Utf8JsonReader reader)
    {
        Count++;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        Utf8JsonReader start = reader;
        try
        {
            if (s_converter.Read(ref reader, typeof(T), PersonioJson.Options) is { } row)
            {
                _rows.Add(row);
            }
        }
        catch (JsonException fault)
        {
            // What is no JSON at all ends here, and is the fault of the page.
            using JsonDocument document = JsonDocument.ParseValue(ref start);
            reader = start;
            _faults.Add(new RowFault(IdOf(document.RootElement), Count, WithPlace(document.RootElement, fault)));
        }
    }

    // The serializer knows the place of a fault only where it reads the whole row.
    private static JsonException WithPlace(JsonElement row, JsonException fault)
    {
        try
        {
            row.Deserialize<T>(PersonioJson.Options);
            return fault;
        }
        catch (JsonException placed)
        {
            return placed;
        }
    }
}
