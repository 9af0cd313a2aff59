namespace Personio.Commands;

/// <summary>The web address of the help pages, for Get-Help -Online.</summary>
internal static class HelpPages
{
    /// <summary>The folder of the pages, below the project address in the manifest.</summary>
    public const string Root = "https://github.com/personio-powershell/personio/blob/main/docs/en-US/";
}
