using System.Buffers;
using System.Net.Sockets;

namespace Personio.Sandbox.Http;

/// <summary>One connection: reads a request, has it handled, delivers the response, and repeats.</summary>
internal sealed class HttpConnection(Socket socket, OwnAddress address, IRequestHandler handler)
{
    private static readonly byte[] s_continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();
    private static readonly TimeSpan s_drainTime = TimeSpan.FromSeconds(2);

    private readonly ReceiveBuffer _buffer = new(socket);
    private readonly ArrayBufferWriter<byte> _output = new(1024);

    /// <summary>Serves the connection until either side closes it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            bool goesOn = true;
            while (goesOn)
            {
                goesOn = await ServeOneAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (HttpSyntaxException refused)
        {
            await RefuseAsync(refused, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is SocketException or IOException or OperationCanceledException
            or ObjectDisposedException)
        {
            // The client disconnected, or the sandbox is being disposed: nobody is left to tell.
        }
        finally
        {
            socket.Dispose();
        }
    }

    /// <summary>Closes the socket; a pending read or write ends immediately.</summary>
    public void Abort() => socket.Dispose();

    private async Task<bool> ServeOneAsync(CancellationToken cancellationToken)
    {
        HttpRequest? request = await RequestHead.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        if (request is null)
        {
            return false;
        }

        address.Check(request);
        if (RequestBody.IsExpected(request))
        {
            if (string.Equals(request.Header("Expect"), "100-continue", StringComparison.OrdinalIgnoreCase))
            {
                await SendAsync(s_continue, cancellationToken).ConfigureAwait(false);
            }

            request.Body = await RequestBody.ReadAsync(request, _buffer, cancellationToken).ConfigureAwait(false);
        }

        HttpResponse response = await handler.RespondAsync(request, cancellationToken).ConfigureAwait(false);
        return await DeliverAsync(request, response, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> DeliverAsync(
        HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        if (response.Delivery != Delivery.Whole)
        {
            response.Record?.MarkAborted();
            await DeliverBrokenAsync(response, cancellationToken).ConfigureAwait(false);
            return false;
        }

        // If the client gave up while it waited, its stream has ended.
        if (response.Record is not null && socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0)
        {
            response.Record.MarkAborted();
        }

        try
        {
            ReadOnlyMemory<byte> body = request.Method == "HEAD" ? default : response.Body;
            await WriteAsync(response, body, response.Body.Length, request.KeepAlive, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (SocketException)
        {
            response.Record?.MarkAborted();
            throw;
        }

        return request.KeepAlive;
    }

    private async Task DeliverBrokenAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        // Without a body, the head alone would be the whole response. A graceful close before the first byte looks like
        // an idle connection to many clients, which then silently send the request again, so the connection is reset
        // instead.
        bool hasBody = response.Body.Length > 0;
        if (response.Delivery == Delivery.ResetBeforeResponse || (!hasBody && response.Delivery != Delivery.StallBody))
        {
            Reset();
            return;
        }

        if (hasBody)
        {
            ReadOnlyMemory<byte> half = response.Body[..(response.Body.Length / 2)];
            await WriteAsync(response, half, response.Body.Length, true, cancellationToken).ConfigureAwait(false);
        }

        switch (response.Delivery)
        {
            case Delivery.ResetInBody:
                Reset();
                break;
            case Delivery.StallBody:
                while (await _buffer.FillAsync(cancellationToken).ConfigureAwait(false))
                {
                    _buffer.Advance(_buffer.Unread.Length);
                }

                break;
            default:
                socket.Shutdown(SocketShutdown.Send);
                break;
        }
    }

    private async Task WriteAsync(
        HttpResponse response, ReadOnlyMemory<byte> body, int announced, bool keepAlive,
        CancellationToken cancellationToken)
    {
        _output.ResetWrittenCount();
        ResponseWriter.Write(_output, response, body.Span, announced, keepAlive);
        await SendAsync(_output.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            int sent = await socket.SendAsync(bytes, SocketFlags.None, cancellationToken).ConfigureAwait(false);
            bytes = bytes[sent..];
        }
    }

    private async Task RefuseAsync(HttpSyntaxException refused, CancellationToken cancellationToken)
    {
        try
        {
            var response = HttpResponse.Text(refused.Status, "text/plain; charset=utf-8", refused.Message);
            await WriteAsync(response, response.Body, response.Body.Length, false, cancellationToken)
                .ConfigureAwait(false);

            // Closing with unread bytes would reset the connection and discard the response in transit.
            socket.Shutdown(SocketShutdown.Send);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(s_drainTime);
            byte[] bin = new byte[64 * 1024];
            while (await socket.ReceiveAsync(bin, SocketFlags.None, limit.Token).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has disconnected after the rejection: nothing left to do.
        }
    }

    private void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
