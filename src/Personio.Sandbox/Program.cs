using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Personio.Sandbox;

/// <summary>The sandbox as a program: it serves HTTP clients until Ctrl+C.</summary>
internal static class Program
{
    private const int BadUsage = 2;

    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // A graceful shutdown closes the connections; the default would kill the process.
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await RunAsync(args, Console.Out, Console.Error, stop.Token).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads the knobs and serves until canceled. Exit codes: 0 for success, 1 if no port is available, 2 for an
    /// invalid knob.
    /// </summary>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (args.Any(arg => arg is "--help" or "-h" or "-?"))
        {
            await output.WriteAsync(Help()).ConfigureAwait(false);
            return 0;
        }

        var options = new SandboxOptions { ControlSecret = RandomNumberGenerator.GetHexString(32, lowercase: true) };
        if (Read(args, options) is { } complaint)
        {
            await error.WriteLineAsync($"{complaint} --help lists all knobs.").ConfigureAwait(false);
            return BadUsage;
        }

        try
        {
            await ServeAsync(options, output, cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (SocketException taken)
        {
            await error.WriteLineAsync($"Port {options.Port} cannot be opened: {taken.Message}").ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task ServeAsync(
        SandboxOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        using SandboxServer server = SandboxServer.Start(options);
        await output.WriteLineAsync($"base URI       {server.BaseUri}").ConfigureAwait(false);
        await output.WriteLineAsync($"client id      {server.ClientId}").ConfigureAwait(false);
        await output.WriteLineAsync($"client secret  {server.ClientSecret}").ConfigureAwait(false);
        await output.WriteLineAsync($"control secret {options.ControlSecret}").ConfigureAwait(false);
        if (options.PingOne.IsServed)
        {
            await WritePingOneAsync(server.PingOne, output).ConfigureAwait(false);
        }

        await output.WriteLineAsync($"control API    {server.BaseUri}sandbox  (Ctrl+C ends)").ConfigureAwait(false);
        await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is the regular way to stop.
        }
    }

    private static async Task WritePingOneAsync(PingOneSandbox directory, TextWriter output)
    {
        await output.WriteLineAsync("PingOne").ConfigureAwait(false);
        await output.WriteLineAsync($"  API host       {directory.ApiBaseUri}").ConfigureAwait(false);
        await output.WriteLineAsync($"  auth host      {directory.AuthBaseUri}").ConfigureAwait(false);
        await output.WriteLineAsync($"  environment id {directory.EnvironmentId}").ConfigureAwait(false);
        await output.WriteLineAsync($"  client id      {directory.ClientId}").ConfigureAwait(false);
        await output.WriteLineAsync($"  client secret  {directory.ClientSecret}").ConfigureAwait(false);
    }

    /// <summary>Sets the knobs given on the command line; returns the error message, or null.</summary>
    private static string? Read(string[] args, SandboxOptions options)
    {
        for (int i = 0; i < args.Length; i++)
        {
            string[] parts = args[i].Split('=', 2);
            Knob? knob = Knobs.All.FirstOrDefault(known => known.Switch == parts[0]);
            if (knob is null)
            {
                return $"Unknown setting {parts[0]}.";
            }

            string? value = parts.Length == 2 ? parts[1]
                : knob.IsFlag ? "true"
                : i + 1 < args.Length ? args[++i] : null;
            if (value is null)
            {
                return $"The knob {knob.Switch} needs a value.";
            }

            if (!knob.TrySet(options, value))
            {
                return $"The knob {knob.Switch} does not take the value '{value}'.";
            }
        }

        return null;
    }

    private static string Help()
    {
        var usual = new SandboxOptions();
        var text = new StringWriter(CultureInfo.InvariantCulture);
        text.WriteLine("A simulated Personio tenant on the loopback address, for any HTTP client.");
        text.WriteLine();
        foreach (Knob knob in Knobs.All)
        {
            string value = knob.Get(usual) switch
            {
                null => "",
                bool isOn => isOn ? " [true]" : " [false]",
                object known => $" [{known}]",
            };
            text.WriteLine($"  {$"{knob.Switch} {knob.Value}",-34} {knob.Help}{value}");
        }

        return text.ToString();
    }
}
