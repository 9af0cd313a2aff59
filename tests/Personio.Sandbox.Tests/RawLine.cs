using System.Net.Sockets;
using System.Text;

namespace Personio.Sandbox.Tests;

/// <summary>A raw connection for requests that HttpClient would never send.</summary>
internal sealed class RawLine : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly string _host;

    private RawLine(Uri address) => _host = address.Authority;

    public static Task<RawLine> OpenAsync(SandboxServer server) => OpenAsync(server.BaseUri);

    public static async Task<RawLine> OpenAsync(Uri address)
    {
        var line = new RawLine(address);
        await line._client.ConnectAsync("127.0.0.1", address.Port);
        return line;
    }

    /// <summary>Replaces the placeholder host x with the host of the sandbox, whose port is dynamic.</summary>
    public string Addressed(string text) => text.Replace("Host: x\r\n", $"Host: {_host}\r\n", StringComparison.Ordinal);

    public async Task SendAsync(string text) =>
        await _client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(Addressed(text)));

    /// <summary>Everything until the sandbox closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(_client.GetStream(), Encoding.UTF8, false, 1024, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Everything received up to this text.</summary>
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
