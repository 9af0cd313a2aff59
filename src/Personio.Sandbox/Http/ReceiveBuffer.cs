using System.Net.Sockets;

namespace Personio.Sandbox.Http;

/// <summary>The bytes received on one connection and not consumed yet.</summary>
internal sealed class ReceiveBuffer(Socket socket)
{
    private byte[] _bytes = new byte[4096];
    private int _start;
    private int _end;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    public void Advance(int count) => _start += count;

    /// <summary>Waits for more bytes; returns false if the other side has closed.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        int received = await socket.ReceiveAsync(_bytes.AsMemory(_end), SocketFlags.None, cancellationToken)
            .ConfigureAwait(false);
        _end += received;
        return received > 0;
    }

    /// <summary>Consumes exactly this many bytes.</summary>
    public async ValueTask<byte[]> TakeAsync(int count, CancellationToken cancellationToken)
    {
        byte[] taken = new byte[count];
        int have = Math.Min(count, Unread.Length);
        Unread[..have].CopyTo(taken);
        Advance(have);
        while (have < count)
        {
            int received = await socket.ReceiveAsync(taken.AsMemory(have), SocketFlags.None, cancellationToken)
                .ConfigureAwait(false);
            if (received == 0)
            {
                throw new EndOfStreamException("The connection ended inside a request body.");
            }

            have += received;
        }

        return taken;
    }

    private void MakeRoom()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }

        if (_end < _bytes.Length)
        {
            return;
        }

        // Grow only if moving the unread bytes to the front would free nothing: most requests are far below 4 KB.
        byte[] target = _start > 0 ? _bytes : new byte[_bytes.Length * 2];
        Unread.CopyTo(target);
        _bytes = target;
        _end -= _start;
        _start = 0;
    }
}
