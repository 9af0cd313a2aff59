namespace Personio;

/// <summary>A script that ships with the module, ready to run or to adapt.</summary>
public sealed record Recipe
{
    /// <summary>The name of the recipe: its file name without the extension.</summary>
    public required string Name { get; init; }

    /// <summary>What the recipe does, in one sentence.</summary>
    public required string Synopsis { get; init; }

    /// <summary>The cmdlets of this module that it calls; their help names the scopes that they need.</summary>
    public IReadOnlyList<string> Cmdlet { get; init; } = [];

    /// <summary>Other modules that it requires.</summary>
    public IReadOnlyList<string> Module { get; init; } = [];

    /// <summary>The mandatory parameters.</summary>
    public IReadOnlyList<string> Mandatory { get; init; } = [];

    /// <summary>True if the recipe makes changes; it then supports -WhatIf.</summary>
    public bool CanChange { get; init; }

    /// <summary>The full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
