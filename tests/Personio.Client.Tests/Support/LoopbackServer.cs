using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Personio.Client.Tests.Support;

internal delegate Task ConnectionScript(LoopbackConnection connection);

/// <summary>
/// A bare loopback server for behavior that only real sockets show. The first connection returns a token; each
/// further one follows its script; one without a script is closed immediately and counted.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<ConnectionScript> _scripts;
    private readonly List<Task> _running = [];
    private readonly Task _accepting;
    private int _unexpected;

    public LoopbackServer(params ConnectionScript[] scripts)
    {
        _scripts = new(scripts.Prepend(GiveTokenAsync));
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri BaseUri => new(string.Create(
        CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Requests by method and path, without those for a token.</summary>
    public IReadOnlyList<string> Calls =>
        [
            .. Requests.Select(request => request.Split(" HTTP")[0])
                .Where(line => !line.Contains("/auth/", StringComparison.Ordinal))
        ];

    public int UnexpectedConnections => Volatile.Read(ref _unexpected);

    public Task<TestSession> OpenAsync(ManualTime? time = null, TimeSpan? timeout = null) => TestSession.OpenAsync(
        options => options with
        {
            Network = null, BaseUri = BaseUri, MaxRetry = 2, Timeout = timeout ?? Timeout.InfiniteTimeSpan,
        },
        time);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_running).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task GiveTokenAsync(LoopbackConnection connection)
    {
        await connection.ReadRequestAsync();
        await connection.SendJsonAsync("""{"access_token":"papi-token-1","expires_in":86400}""", close: true);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                _running.Add(ServeAsync(client));
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            if (_scripts.TryDequeue(out ConnectionScript? script))
            {
                await script(new LoopbackConnection(client, Requests));
            }
            else
            {
                Interlocked.Increment(ref _unexpected);
            }
        }
    }
}

/// <summary>One connection to the bare server.</summary>
internal sealed class LoopbackConnection(TcpClient client, ConcurrentQueue<string> requests)
{
    private readonly NetworkStream _stream = client.GetStream();

    /// <summary>Reads one complete request, including its body.</summary>
    public Task ReadRequestAsync() => TryReadRequestAsync();

    /// <summary>Reads one complete request; false if the other side closed the connection instead.</summary>
    public async Task<bool> TryReadRequestAsync()
    {
        var text = new StringBuilder();
        byte[] one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await _stream.ReadAsync(one) == 1)
        {
            text.Append((char)one[0]);
        }

        byte[] body = new byte[LengthIn(text.ToString())];
        await _stream.ReadExactlyAsync(body);
        if (text.Length > 0)
        {
            requests.Enqueue(text.Append(Encoding.UTF8.GetString(body)).ToString());
        }

        return text.Length > 0;
    }

    public Task SendJsonAsync(string json, bool close = false) => SendAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n"
        + $"{(close ? "Connection: close\r\n" : "")}\r\n{json}"));

    public Task SendAsync(string raw) => SendAsync(Encoding.UTF8.GetBytes(raw));

    public Task SendAsync(byte[] raw) => _stream.WriteAsync(raw).AsTask();

    /// <summary>Resets the connection.</summary>
    public void Reset()
    {
        client.Client.LingerState = new LingerOption(true, 0);
        client.Close();
    }

    /// <summary>Completes when the other side has closed the connection.</summary>
    public async Task ClosedAsync()
    {
        try
        {
            _ = await _stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
        }
        catch (IOException)
        {
            // A reset also closes the connection.
        }
    }

    private static int LengthIn(string head)
    {
        const string name = "Content-Length:";
        string? line = head.Split("\r\n").FirstOrDefault(
            text => text.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line[name.Length..], CultureInfo.InvariantCulture);
    }
}
