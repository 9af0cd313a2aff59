using System.Management.Automation;

namespace Personio;

/// <summary>
/// Colors a status in views: yellow if it awaits action, gray if it is over, otherwise unchanged. The codes come from
/// PowerShell's $PSStyle, which also removes them from files and pipes.
/// </summary>
/// <remarks>Public only because the views call it from Personio.Format.ps1xml.</remarks>
public static class StatusText
{
    /// <summary>Formats a status.</summary>
    /// <param name="status">The status; null is returned as null.</param>
    /// <param name="style">$PSStyle; null for no colors.</param>
    /// <param name="isRedirected">True if the output of the process is redirected to a file or pipe.</param>
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

    // PowerShell removes colors from output to cmdlets and files, but not from what the process writes to a pipe.
    private static bool IsColored(string? rendering, bool isRedirected) =>
        rendering == "Ansi" || (rendering == "Host" && !isRedirected);

    private static object? Part(object? of, string name) =>
        of is null ? null : PSObject.AsPSObject(of).Properties[name]?.Value;
}
