namespace Personio;

/// <summary>What an org chart is given as.</summary>
public enum OrgChartFormat
{
    /// <summary>An object for each person, shown as a tree.</summary>
    Tree,

    /// <summary>A text in the language of Mermaid.</summary>
    Mermaid,
}
