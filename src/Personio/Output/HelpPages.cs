namespace Personio.Commands;

/// <summary>Where the pages of the help are on the web, for Get-Help -Online.</summary>
internal static class HelpPages
{
    /// <summary>The folder of the pages, below the address of the project that the manifest names.</summary>
    public const string Root = "https://github.com/personio-powershell/personio/blob/main/docs/en-US/";
}
