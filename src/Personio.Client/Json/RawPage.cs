using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Client.Json;

/// <summary>
/// A page whose rows have not been parsed yet. Compressed, it takes a sixth of its size and a twelfth of the memory of
/// its rows, which matters while many pages are waiting.
/// </summary>
internal sealed class RawPage
{
    // The fastest setting, which takes less than a tenth of the time needed to parse the rows.
    private const int CompressionQuality = 0;
    private const int WindowBits = 16;

    private readonly byte[] _compressed;
    private readonly int _length;

    private RawPage(ReadOnlySpan<byte> body, int count)
    {
        Count = count;
        _length = body.Length;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(_length));
        try
        {
            BrotliEncoder.TryCompress(body, buffer, out int packed, CompressionQuality, WindowBits);
            _compressed = buffer[..packed];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>Reads only the number of rows of a page and the link to the next one.</summary>
    /// <exception cref="JsonException">The body is not a page.</exception>
    public static Page<RawPage> Read(ReadOnlyMemory<byte> body)
    {
        Page<SkippedRow> outline = EnvelopeReader.ReadPage<SkippedRow>(body);
        return new Page<RawPage>([new RawPage(body.Span, outline.Rows)], outline.Next) { Rows = outline.Rows };
    }

    /// <summary>Parses the rows.</summary>
    /// <exception cref="JsonException">The body is not a page.</exception>
    public Page<T> ParseRows<T>()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(_length);
        try
        {
            BrotliDecoder.TryDecompress(_compressed, buffer, out int length);
            return EnvelopeReader.ReadPage<T>(buffer.AsMemory(0, length));
        }
        finally
        {
            // Responses contain salaries and the like: do not leave them in the pool.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    [JsonConverter(typeof(SkipConverter))]
    private sealed class SkippedRow
    {
        public static readonly SkippedRow Instance = new();
    }

    private sealed class SkipConverter : JsonConverter<SkippedRow>
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
