using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>
/// Gets the attributes of the user schema: those that users can have, and those that the company added. PingOne
/// silently drops writes to any other attribute.
/// </summary>
/// <example>
/// <code>Get-PingOneAttribute | Where-Object SchemaType -eq CUSTOM</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PingOneAttribute", HelpUri = HelpPages.Root + "Get-PingOneAttribute.md")]
[OutputType(typeof(PingOneAttribute))]
public sealed class GetPingOneAttributeCommand : PingOneCmdletBase
{
    /// <summary>Names, with wildcards. Filtered here.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PingOneAttributeCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => DirectoryLists.Write(
        this, () => Await(token => Client.GetAttributesAsync(token)), Name, row => row.Name, true);
}
