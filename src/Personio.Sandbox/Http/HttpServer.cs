using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Personio.Sandbox.Http;

/// <summary>
/// A small HTTP/1.1 server on 127.0.0.1. HttpListener can neither bind a free port (port 0) nor end a response at a
/// chosen byte with a reset, a stall, or a close, as the faults require. Kestrel can, but PowerShell's runtime does not
/// include ASP.NET.
/// </summary>
internal sealed class HttpServer : IDisposable
{
    private readonly TcpListener _listener;
    private readonly OwnAddress _address;
    private readonly ConcurrentDictionary<HttpConnection, bool> _connections = new();
    private readonly CancellationTokenSource _stop = new();
    private int _isDisposed;

    /// <summary>Binds the port; requests are accepted from <see cref="Serve"/> on.</summary>
    public HttpServer(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start(512);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _address = new OwnAddress(Port);
    }

    public int Port { get; }

    public int OpenConnections => _connections.Count;

    /// <summary>Accepts connections in the background until disposed.</summary>
    public void Serve(IRequestHandler handler) => _ = Task.Run(() => AcceptAsync(handler));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        _stop.Cancel();
        _listener.Dispose();
        foreach (HttpConnection connection in _connections.Keys)
        {
            connection.Abort();
        }
    }

    private async Task AcceptAsync(IRequestHandler handler)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptSocketAsync(_stop.Token).ConfigureAwait(false);
                socket.NoDelay = true;
                _ = Task.Run(() => RunAsync(new HttpConnection(socket, _address, handler)));
            }
            catch (SocketException)
            {
                // A client disconnected before it was accepted; the next one may be fine.
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task RunAsync(HttpConnection connection)
    {
        _connections[connection] = true;
        try
        {
            // Disposed between accept and registration: nothing else would close this connection.
            if (_stop.IsCancellationRequested)
            {
                connection.Abort();
                return;
            }

            await connection.RunAsync(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _connections.TryRemove(connection, out _);
        }
    }
}
