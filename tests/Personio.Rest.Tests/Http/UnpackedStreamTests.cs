using System.IO.Compression;
using System.Net.Http;
using Personio.Rest.Http;

namespace Personio.Rest.Tests.Http;

public sealed class UnpackedStreamTests
{
    private static readonly byte[] s_bytes = Make();

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task A_complete_body_is_unchanged(string encoding) =>
        Assert.Equal(s_bytes, await ReadAsync(encoding, Packed(encoding)));

    [Theory]
    [InlineData("gzip", 1)]
    [InlineData("gzip", 4)]
    [InlineData("gzip", 9)]
    [InlineData("gzip", 1000)]
    [InlineData("deflate", 1)]
    [InlineData("deflate", 4)]
    [InlineData("deflate", 1000)]
    [InlineData("br", 1)]
    [InlineData("br", 1000)]
    public async Task A_body_that_ends_early_is_an_error(string encoding, int missing) =>
        await Assert.ThrowsAnyAsync<InvalidDataException>(() => ReadAsync(encoding, Packed(encoding)[..^missing]));

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task An_empty_body_decompresses_to_nothing(string encoding) =>
        Assert.Empty(await ReadAsync(encoding, []));

    [Fact]
    public async Task An_encoding_that_was_not_requested_is_refused() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync("zstd", s_bytes));

    private static async Task<byte[]> ReadAsync(string encoding, byte[] packed)
    {
        using var content = new ByteArrayContent(packed);
        content.Headers.ContentEncoding.Add(encoding);
        await using Stream stream = DecompressedStream.Open(content, new MemoryStream(packed));
        using var whole = new MemoryStream();
        byte[] piece = new byte[700];
        int read;
        while ((read = await stream.ReadAsync(piece.AsMemory())) > 0)
        {
            whole.Write(piece.AsSpan(0, read));
        }

        return whole.ToArray();
    }

    private static byte[] Packed(string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BufferedStream(packed),
        })
        {
            packer.Write(s_bytes);
            packer.Flush();
            return encoding == "identity" ? packed.ToArray() : Ended(packer, packed);
        }
    }

    private static byte[] Ended(Stream packer, MemoryStream packed)
    {
        packer.Dispose();
        return packed.ToArray();
    }

    private static byte[] Make()
    {
        byte[] bytes = new byte[50_000];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
