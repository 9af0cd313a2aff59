using System.Management.Automation;

namespace Personio;

/// <summary>
/// How the views show a status: what waits for somebody in yellow, what is over in gray, all else as it is. The codes
/// are those of the engine's $PSStyle, which also leaves them out of files and pipes.
/// </summary>
/// <remarks>Public for the views alone, which call it from Personio.Format.ps1xml.</remarks>
public static class StatusText
{
    /// <summary>A status as it is shown.</summary>
    /// <param name="status">The status; nothing is shown for null.</param>
    /// <param name="style">$PSStyle; null for no colors.</param>
    /// <param name="isRedirected">Whether the output of the process goes into a file or pipe.</param>
    public static object? Format(object? status, object? style, bool isRedirected)
    {
        string? color = status?.ToString()?.ToUpperInvariant() switch
        {
            "PENDING" or "ONBOARDING" or "MISSINGSCOPE" => "Yellow",
            "REJECTED" or "INACTIVE" or "ARCHIVED" or "DISABLED" or "NOTAVAILABLE" => "BrightBlack",
            _ => null,
        };
        return color is not null && IsColored(Part(style, "OutputRendering")?.ToString(), isRedirected)
            ? $"{Part(Part(style, "Foreground"), color)}{status}{Part(style, "Reset")}"
            : status;
    }

    // The engine takes colors out of what goes to cmdlets and files, but not of what the process writes into a pipe.
    private static bool IsColored(string? rendering, bool isRedirected) =>
        rendering == "Ansi" || (rendering == "Host" && !isRedirected);

    private static object? Part(object? of, string name) =>
        of is null ? null : PSObject.AsPSObject(of).Properties[name]?.Value;
}
