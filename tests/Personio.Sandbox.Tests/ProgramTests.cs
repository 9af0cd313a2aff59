using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Personio.Sandbox.Tests;

public sealed class ProgramTests
{
    [Fact]
    public async Task Help_lists_every_knob()
    {
        (int code, string output, string error) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Equal("", error);
        Assert.All(Knobs.All, knob => Assert.Contains($"  {knob.Switch} ", output, StringComparison.Ordinal));
        Assert.True(Knobs.All.Count >= 15);
    }

    [Theory]
    [InlineData("--prot", "--prot", "5010")]
    [InlineData("port", "port")]
    [InlineData("--port", "--port")]
    [InlineData("--port", "--port", "many")]
    [InlineData("--port", "--port", "70000")]
    [InlineData("--latency", "--latency=-5")]
    [InlineData("--rate-limits", "--rate-limits=maybe")]
    [InlineData("--strict-beta", "--strict-beta")]
    [InlineData("--today", "--today", "17.06.2026")]
    public async Task A_bad_knob_is_named_and_ends_with_code_2(string named, params string[] args)
    {
        (int code, string output, string error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.Equal("", output);
    }

    [Fact]
    public async Task The_program_prints_how_to_log_in_and_serves_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        await using var output = new StringWriter();
        Task<int> running = Program.RunAsync(
            ["--persons", "3", "--seed=7", "--today", "2026-06-17", "--rate-limits", "--scopes", "a b"],
            TextWriter.Synchronized(output), TextWriter.Null, stop.Token);
        await Until.TrueAsync(() => output.ToString().Contains("control API", StringComparison.Ordinal));
        Uri baseUri = new(Regex.Match(output.ToString(), "base URI +(\\S+)").Groups[1].Value);
        using var http = new HttpClient { BaseAddress = baseUri };
        using HttpResponseMessage refused = await http.GetAsync("sandbox");
        string secret = Regex.Match(output.ToString(), "control secret ([0-9a-f]{32})\r?\n").Groups[1].Value;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);

        string knobs = await http.GetStringAsync("sandbox");
        await stop.CancelAsync();
        int code = await running;

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(0, code);
        Assert.Contains("\"personCount\":3,\"seed\":7,\"today\":\"2026-06-17\"", knobs, StringComparison.Ordinal);
        Assert.Contains("\"rateLimits\":true", knobs, StringComparison.Ordinal);
        Assert.Contains("\"scopes\":\"a b\"", knobs, StringComparison.Ordinal);
        Assert.Matches("client id +papi-", output.ToString());
        Assert.Matches("client secret +papi-", output.ToString());
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetStringAsync("sandbox"));
    }

    [Fact]
    public async Task A_port_in_use_is_named_and_ends_with_code_1()
    {
        using SandboxServer first = SandboxServer.Start(new SandboxOptions { PersonCount = 1 });

        (int code, _, string error) = await RunAsync("--persons", "1", "--port", $"{first.BaseUri.Port}");

        Assert.Equal(1, code);
        Assert.Contains($"{first.BaseUri.Port}", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        int code = await Program.RunAsync(args, output, error, limit.Token);
        return (code, output.ToString(), error.ToString());
    }
}
