using System.Net.Sockets;
using System.Text;

namespace Personio.Sandbox.Tests;

/// <summary>A bare connection for what HttpClient would never send.</summary>
internal sealed class RawLine : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };

    public static async Task<RawLine> OpenAsync(SandboxServer server)
    {
        var line = new RawLine();
        await line._client.ConnectAsync("127.0.0.1", server.BaseUri.Port);
        return line;
    }

    public async Task SendAsync(string text)
        => await _client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Everything until the sandbox closes the line.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(_client.GetStream(), Encoding.UTF8, false, 1024, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    /// <summary>What has come until this text is in it.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        var all = new StringBuilder();
        byte[] bytes = new byte[4096];
        while (!all.ToString().Contains(text, StringComparison.Ordinal))
        {
            int count = await _client.GetStream().ReadAsync(bytes);
            Assert.NotEqual(0, count);
            all.Append(Encoding.UTF8.GetString(bytes, 0, count));
        }

        return all.ToString();
    }

    public void Dispose() => _client.Dispose();
}
