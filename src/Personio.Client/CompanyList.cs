namespace Personio.Client;

/// <summary>The lists of the company whose names stand for ids on employments.</summary>
public enum CompanyList
{
    /// <summary>The org units of type department.</summary>
    Department,

    /// <summary>The org units of type team; departments and teams are numbered apart.</summary>
    Team,

    /// <summary>The workplaces, which Personio's API calls office on an employment.</summary>
    Workplace,

    /// <summary>The legal entities.</summary>
    LegalEntity,
}
