using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Personio.Rest.Http;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Hostile;

/// <summary>Responses that are larger than they look must be refused before they fill memory or disk.</summary>
[Collection(Alone.Name)]
public sealed class BombTests
{
    private const long MostBytes = 50 * 1024 * 1024;

    [Theory]
    [InlineData("gzip", 200)]
    [InlineData("br", 200)]
    [InlineData("deflate", 200)]
    [InlineData("gzip", 400)]
    [InlineData("br", 403)]
    public async Task A_small_response_that_decompresses_to_a_large_one_is_refused(string encoding, int status)
    {
        byte[] bomb = Packed(encoding, 64);
        await using var server = new LoopbackServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(Head(status, encoding, bomb.Length));
            await connection.SendAsync(bomb);
            await connection.ClosedAsync();
        });
        using TestSession scene = await server.OpenAsync();

        (PersonioException fault, long bytes) = await CostOfAsync(
            () => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")));

        Assert.InRange(bomb.Length, 1, 512 * 1024);
        Assert.InRange(bytes, 0, MostBytes);
        Assert.Equal(
            status == 200 ? ErrorKind.UnexpectedResponse
                : status == 400 ? ErrorKind.InvalidRequest
                : ErrorKind.AccessDenied,
            fault.Kind);
        Assert.Equal(status == 200, fault.Message.Contains("larger than 32 MB", StringComparison.Ordinal));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task An_announced_length_allocates_no_memory()
    {
        await using var server = new LoopbackServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(Head(200, "identity", 30_000_000) + "{}");
            connection.Reset();
        });
        using TestSession scene = await server.OpenAsync();

        (PersonioException fault, long bytes) = await CostOfAsync(
            () => scene.Client.CreateAsync<Person>(Endpoints.CreatePerson.For().WithBody(new { })));

        Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
        Assert.InRange(bytes, 0, 5 * 1024 * 1024);
    }

    [Fact]
    public async Task A_body_at_the_limit_is_read_and_one_byte_more_is_refused()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/x", Large(TimeoutHandler.MaxBodyBytes), Large(TimeoutHandler.MaxBodyBytes + 1));
        ApiRequest request = FreeRequest.Create(HttpMethod.Get, "/v2/x", scene.Session.BaseUri);

        RawResponse answer = await scene.Client.InvokeAsync(request);
        PersonioException fault = await Refusal.OfAsync(() => scene.Client.InvokeAsync(request));

        Assert.Equal(TimeoutHandler.MaxBodyBytes, answer.Body.Length);
        Assert.Equal((byte)'y', answer.Body.Span[^1]);
        Assert.Contains("larger than 32 MB", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_download_is_refused_and_leaves_nothing_behind()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(
            "GET /v2/document-management/documents/1/download",
            new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) });
        using var target = new CountingStream();

        (PersonioException fault, long bytes) = await CostOfAsync(
            () => scene.Client.Files.DownloadAsync(Endpoints.DownloadDocument.For("1"), target));

        Assert.Contains("larger than 1024 MB", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, target.Length);
        Assert.InRange(target.Most, TimeoutHandler.MaxFileBytes - (1024 * 1024), TimeoutHandler.MaxFileBytes);
        Assert.InRange(bytes, 0, MostBytes);
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task Endless_empty_pages_are_an_error_after_ten()
    {
        using TestSession scene = await TestSession.OpenAsync();
        int page = 0;
        scene.Network.Always("GET /v2/persons", _ => Answer.Page([], $"?cursor=c{++page}"));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For()));

        Assert.Contains("contained no new rows", fault.Message, StringComparison.Ordinal);
        Assert.Equal(10, scene.Network.Calls.Count);
    }

    [Theory]
    [InlineData(10_001, 1, "more than 10000 columns")]
    [InlineData(10_000, 51, "more than 500000 cells")]
    public async Task A_report_with_too_many_columns_or_cells_is_refused(int columns, int rows, string why)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/reports/1", Report(columns, rows));

        (PersonioException fault, long bytes) = await CostOfAsync(() => ReadAsync(scene));

        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
        Assert.InRange(bytes, 0, MostBytes);
    }

    [Fact]
    public async Task A_report_of_ten_thousand_columns_with_one_name_is_read()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/reports/1", Report(10_000, 5));

        IReadOnlyList<ReportRow> rows = await ReadAsync(scene);

        Assert.Equal(10_000, rows[4].Cells.Select(cell => cell.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("x 10000", rows[0].Cells[^1].Key);
    }

    private static async Task<IReadOnlyList<ReportRow>> ReadAsync(TestSession scene)
    {
        var rows = new List<ReportRow>();
        await foreach (ReportRow row in scene.Client.ListReportRowsAsync("1"))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static HttpResponseMessage Report(int columns, int rows) => Answer.Json(
        $"{{\"_data\":[{string.Join(',', Enumerable.Repeat("[]", rows))}],"
        + $"\"_meta\":{{\"columns\":[{string.Join(',', Enumerable.Repeat("{\"name\":\"x\"}", columns))}]}}}}");

    private static HttpResponseMessage Large(int length)
    {
        byte[] body = new byte[length];
        body.AsSpan().Fill((byte)'y');
        return new HttpResponseMessage { Content = new ByteArrayContent(body) };
    }

    private static async Task<(PersonioException Fault, long Bytes)> CostOfAsync(Func<Task> call)
    {
        long before = GC.GetTotalAllocatedBytes();
        PersonioException fault = await Refusal.OfAsync(call);
        return (fault, GC.GetTotalAllocatedBytes() - before);
    }

    private static string Head(int status, string encoding, int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\n"
        + $"Content-Length: {length}\r\n\r\n");

    private static byte[] Packed(string encoding, int megabytes)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            byte[] piece = Encoding.ASCII.GetBytes(new string('[', 1024 * 1024));
            for (int i = 0; i < megabytes; i++)
            {
                packer.Write(piece);
            }
        }

        return packed.ToArray();
    }

    /// <summary>A file in memory.</summary>
    private sealed class CountingStream : MemoryStream
    {
        private long _length;

        public long Most { get; private set; }

        public override long Length => _length;

        public override void SetLength(long value) => _length = value;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            Most = Math.Max(Most, _length);
            return ValueTask.CompletedTask;
        }
    }
}
