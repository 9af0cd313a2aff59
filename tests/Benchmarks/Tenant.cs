using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Personio.Benchmarks.Bare;

namespace Personio.Benchmarks;

/// <summary>A sandbox in a process of its own. It ends with this object, and with this process at the latest.</summary>
internal sealed class Tenant : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _control = new();
    private bool _isDisposed;

    private Tenant(Process process, string[] banner)
    {
        _process = process;
        BaseUri = new Uri(banner[0]);
        ClientId = banner[1];
        ClientSecret = banner[2];
        _control.BaseAddress = BaseUri;
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    public Uri BaseUri { get; }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>The variables that the module, the scripts and the bare programs log in with.</summary>
    public IReadOnlyDictionary<string, string> Login => new Dictionary<string, string>
    {
        ["PERSONIO_BASE_URL"] = BaseUri.AbsoluteUri.TrimEnd('/'),
        ["PERSONIO_CLIENT_ID"] = ClientId,
        ["PERSONIO_CLIENT_SECRET"] = ClientSecret,
    };

    /// <summary>Starts a company around 1 August 2026 on a free port.</summary>
    /// <param name="assembly">The path of Personio.Sandbox.dll.</param>
    /// <param name="knobs">Its command line.</param>
    public static async Task<Tenant> StartAsync(string assembly, params string[] knobs)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, "--today", "2026-08-01", .. knobs])
        {
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        string[] banner = new string[4];
        for (int i = 0; i < banner.Length; i++)
        {
            // Name, two blanks or more, value; the fourth line says that it is ready.
            string line = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"The sandbox did not start: {string.Join(' ', knobs)}");
            banner[i] = line[line.IndexOf("  ", StringComparison.Ordinal)..].Trim();
        }

        return new Tenant(process, banner);
    }

    public Task<BareApi> LoginAsync() => BareApi.LoginAsync(BaseUri, ClientId, ClientSecret);

    public async Task TurnAsync(object knobs)
    {
        using HttpResponseMessage response = await _control.PatchAsJsonAsync("sandbox", knobs);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Forgets the requests so far.</summary>
    public async Task ForgetAsync()
    {
        using HttpResponseMessage response = await _control.DeleteAsync("sandbox/requests");
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What came since the last <see cref="ForgetAsync"/>, token requests left out.</summary>
    public async Task<Traffic> TrafficAsync()
    {
        using JsonDocument log = JsonDocument.Parse(await _control.GetByteArrayAsync("sandbox/requests"));
        return new Traffic([.. log.RootElement.EnumerateArray().Select(Sent.Read).Where(one => !one.IsToken)]);
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        End(null, EventArgs.Empty);
        _control.Dispose();
        _process.Dispose();
    }

    private void End(object? sender, EventArgs e)
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _process.Kill();
            _process.WaitForExit();
        }
    }
}

/// <summary>A request as the sandbox logged it.</summary>
internal sealed record Sent(string Path, int Status, string Agent, DateTimeOffset At)
{
    public bool IsToken => Path.EndsWith("/auth/token", StringComparison.Ordinal);

    /// <summary>The path without ids: what the rate limits go by.</summary>
    public string Bucket => Path.StartsWith("/v2/persons", StringComparison.Ordinal) ? "/v2/persons"
        : Path.EndsWith("/breakdowns", StringComparison.Ordinal) ? "/v2/absence-periods/{id}/breakdowns"
        : Path;

    public static Sent Read(JsonElement row) => new(
        row.GetProperty("path").GetString()!,
        row.GetProperty("status").GetInt32(),
        row.GetProperty("headers").TryGetProperty("User-Agent", out JsonElement agent) ? agent.GetString()! : "",
        DateTimeOffset.Parse(row.GetProperty("receivedAt").GetString()!, CultureInfo.InvariantCulture));
}

/// <summary>Requests, and what the buckets say to them.</summary>
internal sealed record Traffic(IReadOnlyList<Sent> Requests)
{
    public int Count => Requests.Count;

    public int Refused => Requests.Count(one => one.Status == 429);

    /// <summary>
    /// The least time these requests take: the slowest of their buckets has to fill for all that its burst does not
    /// hold, and then the last answer has to come.
    /// </summary>
    public double IdealSeconds(double latency) => latency + Requests.GroupBy(one => one.Bucket)
        .Select(group => (group.Count() - BurstOf(group.Key)) / RateOf(group.Key))
        .Append(0).Max();

    public static double RateOf(string bucket) => bucket == "/v2/persons" ? 30 : 10;

    public static double BurstOf(string bucket) => bucket == "/v2/persons" ? 100 : 10;
}
