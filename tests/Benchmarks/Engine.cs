using System.Diagnostics;
using System.Reflection.PortableExecutable;

namespace Personio.Benchmarks;

/// <summary>The PowerShell that everything is measured in.</summary>
/// <param name="Program">The executable.</param>
/// <param name="First">The arguments before PowerShell's own: its assembly if dotnet runs it.</param>
/// <param name="Version">The version of PowerShell.</param>
/// <param name="IsCompiledAhead">Whether its assemblies contain machine code; those of the installers do, those of the
/// .NET tool do not.</param>
internal sealed record Engine(string Program, IReadOnlyList<string> First, string Version, bool IsCompiledAhead)
{
    /// <summary>Gets the properties of the engine behind a command line.</summary>
    /// <param name="commandLine">The program and its first arguments, separated as in PATH.</param>
    public static async Task<Engine> AskAsync(string commandLine)
    {
        string[] parts = commandLine.Split(Path.PathSeparator);
        var start = new ProcessStartInfo(
            parts[0],
            [.. parts[1..], "-NoProfile", "-NonInteractive", "-Command", "\"$($PSVersionTable.PSVersion) $PSHOME\""])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Children.Start(start);
        string[] said = (await process.StandardOutput.ReadToEndAsync()).Trim().Split(' ', 2);
        await process.WaitForExitAsync();
        Children.End(process);
        return said.Length == 2
            ? new Engine(
                parts[0], parts[1..], said[0],
                HasMachineCode(Path.Combine(said[1], "System.Management.Automation.dll")))
            : throw new InvalidOperationException($"{commandLine} is no PowerShell.");
    }

    public override string ToString() =>
        $"PowerShell {Version}, {(IsCompiledAhead ? "compiled ahead" : "not compiled ahead (the .NET tool)")}";

    private static bool HasMachineCode(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        return image.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }
}
