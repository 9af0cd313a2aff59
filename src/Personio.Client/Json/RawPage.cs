using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Client.Json;

/// <summary>
/// A page whose rows are not read yet: as bytes they take half the memory of objects, which counts for pages that wait.
/// </summary>
internal sealed class RawPage(ReadOnlyMemory<byte> body, int count)
{
    /// <summary>How many rows it has.</summary>
    public int Count => count;

    /// <summary>Reads no more of a page than how many rows it has and where it goes on.</summary>
    /// <exception cref="JsonException">It is not a page.</exception>
    public static Page<RawPage> Read(ReadOnlyMemory<byte> body)
    {
        Page<SkippedRow> outline = EnvelopeReader.Page<SkippedRow>(body);
        return new Page<RawPage>([new RawPage(body, outline.Rows)], outline.Next) { Rows = outline.Rows };
    }

    /// <summary>Reads the rows.</summary>
    /// <exception cref="JsonException">It is not a page.</exception>
    public Page<T> Rows<T>() => EnvelopeReader.Page<T>(body);

    [JsonConverter(typeof(Skipping))]
    private sealed class SkippedRow
    {
        public static readonly SkippedRow Instance = new();
    }

    private sealed class Skipping : JsonConverter<SkippedRow>
    {
        public override SkippedRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return SkippedRow.Instance;
        }

        public override void Write(Utf8JsonWriter writer, SkippedRow value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Pages are only read.");
    }
}
