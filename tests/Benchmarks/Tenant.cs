using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Personio.Benchmarks.Bare;

namespace Personio.Benchmarks;

/// <summary>A sandbox in a separate process. It ends with this object, or with this process at the latest.</summary>
internal sealed class Tenant : IDisposable
{
    // The columns of the sandbox's output when it is ready.
    private const int NameWidth = 15;

    private readonly Process _process;
    private readonly HttpClient _control = new();
    private Dictionary<string, string> _directory = [];

    private Tenant(Process process) => _process = process;

    public Uri BaseUri { get; private set; } = new("http://127.0.0.1");

    public string ClientId { get; private set; } = "";

    public string ClientSecret { get; private set; } = "";

    /// <summary>The variables with which the module, the scripts and the bare programs sign in.</summary>
    public IReadOnlyDictionary<string, string> Login => new Dictionary<string, string>
    {
        ["PERSONIO_BASE_URL"] = BaseUri.AbsoluteUri.TrimEnd('/'),
        ["PERSONIO_CLIENT_ID"] = ClientId,
        ["PERSONIO_CLIENT_SECRET"] = ClientSecret,
    }.Concat(_directory).ToDictionary();

    /// <summary>Starts a company around 1 August 2026 on a free port.</summary>
    /// <param name="assembly">The path of Personio.Sandbox.dll.</param>
    /// <param name="knobs">Its command line.</param>
    public static async Task<Tenant> StartAsync(string assembly, params string[] knobs)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, "--today", "2026-08-01", "--hostile", .. knobs])
        {
            RedirectStandardOutput = true,
        };
        var tenant = new Tenant(Children.Start(start));
        try
        {
            await tenant.ReadBannerAsync();
            return tenant;
        }
        catch (InvalidOperationException)
        {
            tenant.Dispose();
            throw;
        }
    }

    public Task<BareApi> LoginAsync() => BareApi.LoginAsync(BaseUri, ClientId, ClientSecret);

    public async Task TurnAsync(object knobs)
    {
        using HttpResponseMessage response = await _control.PatchAsJsonAsync("sandbox", knobs);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Clears the recorded requests.</summary>
    public async Task ForgetAsync()
    {
        using HttpResponseMessage response = await _control.DeleteAsync("sandbox/requests");
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The requests since the last <see cref="ForgetAsync"/>, without token requests.</summary>
    public async Task<Traffic> TrafficAsync()
    {
        using JsonDocument log = JsonDocument.Parse(await _control.GetByteArrayAsync("sandbox/requests"));
        return new Traffic([.. log.RootElement.EnumerateArray().Select(Sent.Read).Where(one => !one.IsToken)]);
    }

    public void Dispose()
    {
        Children.End(_process);
        _control.Dispose();
        _process.Dispose();
    }

    private async Task ReadBannerAsync()
    {
        var banner = new List<(string Name, string Value)>();
        do
        {
            // Names and values in columns; the last line says that the sandbox is ready.
            string line = await _process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException(
                    $"The sandbox did not start: {string.Join(' ', _process.StartInfo.ArgumentList)}");
            string text = line.TrimStart();
            int width = Math.Min(text.Length, NameWidth);
            banner.Add((text[..width].Trim(), text[width..].Trim()));
        }
        while (banner[^1].Name != "control API");

        (BaseUri, ClientId, ClientSecret) = (
            new Uri(First(0, "base URI")), First(0, "client id"), First(0, "client secret"));
        _control.BaseAddress = BaseUri;
        _control.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", First(0, "control secret"));
        int directory = banner.FindIndex(line => line.Name == "PingOne");
        if (directory >= 0)
        {
            _directory = new Dictionary<string, string>
            {
                ["PINGONE_API"] = First(directory, "API host").TrimEnd('/'),
                ["PINGONE_AUTH"] = First(directory, "auth host").TrimEnd('/'),
                ["PINGONE_ENVIRONMENT_ID"] = First(directory, "environment id"),
                ["PINGONE_CLIENT_ID"] = First(directory, "client id"),
                ["PINGONE_CLIENT_SECRET"] = First(directory, "client secret"),
                ["PINGONE_REGION"] = "EU",
            };
        }

        // The first line with this name from a position on, because the directory has a separate client.
        string First(int from, string name) => banner.Skip(from).First(line => line.Name == name).Value;
    }
}

/// <summary>A request as the sandbox logged it.</summary>
internal sealed record Sent(string Path, int Status, string Agent, DateTimeOffset At)
{
    public bool IsToken => Path.EndsWith("/auth/token", StringComparison.Ordinal);

    /// <summary>The path without ids, which the rate limits are based on.</summary>
    public string Bucket => Path.StartsWith("/v2/persons", StringComparison.Ordinal) ? "/v2/persons"
        : Path.EndsWith("/breakdowns", StringComparison.Ordinal) ? "/v2/absence-periods/{id}/breakdowns"
        : Path;

    public static Sent Read(JsonElement row) => new(
        row.GetProperty("path").GetString()!,
        row.GetProperty("status").GetInt32(),
        row.GetProperty("headers").TryGetProperty("User-Agent", out JsonElement agent) ? agent.GetString()! : "",
        DateTimeOffset.Parse(row.GetProperty("receivedAt").GetString()!, CultureInfo.InvariantCulture));
}

/// <summary>Requests, and the time that the buckets permit for them.</summary>
internal sealed record Traffic(IReadOnlyList<Sent> Requests)
{
    public int Count => Requests.Count;

    public int Refused => Requests.Count(one => one.Status == 429);

    /// <summary>
    /// The minimum time for these requests: the slowest of their buckets must refill for the requests beyond its
    /// burst, and then the last response must arrive.
    /// </summary>
    public double IdealSeconds(double latency) => latency + Requests.GroupBy(one => one.Bucket)
        .Select(group => (group.Count() - BurstOf(group.Key)) / RateOf(group.Key))
        .Append(0).Max();

    public static double RateOf(string bucket) => bucket == "/v2/persons" ? 30 : 10;

    public static double BurstOf(string bucket) => bucket == "/v2/persons" ? 100 : 10;
}
