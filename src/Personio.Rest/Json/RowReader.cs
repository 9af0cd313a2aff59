using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest.Json;

/// <summary>
/// Reads the rows of a page one by one, so that an unreadable row does not affect the others. Rows that stand for
/// nothing, such as null or an empty object, are omitted.
/// </summary>
internal sealed class RowReader<T>
{
    private static readonly string[] s_ids = ["id", "key", "attribute_id", "name"];

    private readonly List<T> _rows = [];
    private readonly List<RowFault> _faults = [];
    private readonly JsonSerializerOptions _options;
    private readonly JsonConverter<T> _converter;

    private RowReader(JsonSerializerOptions options)
    {
        _options = options;
        _converter = (JsonConverter<T>)(LooseMembers.ConverterOf(typeof(T), options)
            ?? options.GetTypeInfo(typeof(T)).Converter);
    }

    /// <summary>The rows that were read.</summary>
    public IReadOnlyList<T> Rows => _rows;

    /// <summary>The number of rows, including omitted and unreadable ones.</summary>
    public int Count { get; private set; }

    /// <summary>The rows that cannot be read.</summary>
    public IReadOnlyList<RowFault> Faults => _faults;

    /// <summary>Reads a list of rows and leaves the reader at its end.</summary>
    /// <param name="reader">The reader, at the beginning of the list.</param>
    /// <param name="options">The options for the service's JSON.</param>
    /// <exception cref="JsonException">The value is not a list, or not JSON.</exception>
    public static RowReader<T> Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var rows = new RowReader<T>(options);
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

    /// <summary>Creates a reader without rows.</summary>
    public static RowReader<T> None(JsonSerializerOptions options) => new(options);

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
            if (_converter.Read(ref reader, typeof(T), _options) is { } row)
            {
                _rows.Add(row);
            }
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            // The serializer turns these into a JsonException only at its top level: a number that is too large, a
            // token of the wrong kind. Invalid JSON throws here, and is an error of the whole page.
            using JsonDocument document = JsonDocument.ParseValue(ref start);
            reader = start;
            _faults.Add(new RowFault(
                IdOf(document.RootElement), Count, WithPlace(document.RootElement, fault, _options)));
        }
    }

    // The serializer reports the path of an error only if it reads the whole row.
    private static JsonException WithPlace(JsonElement row, Exception fault, JsonSerializerOptions options)
    {
        try
        {
            row.Deserialize<T>(options);
            return fault as JsonException ?? new JsonException(fault.Message, fault);
        }
        catch (JsonException placed)
        {
            return placed;
        }
    }
}
