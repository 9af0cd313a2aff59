namespace Personio;

/// <summary>The output formats of an org chart.</summary>
public enum OrgChartFormat
{
    /// <summary>An object for each person, displayed as a tree.</summary>
    Tree,

    /// <summary>A single text in Mermaid syntax.</summary>
    Mermaid,
}
