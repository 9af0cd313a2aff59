namespace Personio.Sandbox.Tenant;

/// <summary>A department of the believable company: its staff, teams, and cost center.</summary>
/// <param name="Name">The name.</param>
/// <param name="Abbreviation">The abbreviation.</param>
/// <param name="Parent">The position of the parent department in the list; -1 for the top.</param>
/// <param name="CostCenter">The cost center.</param>
/// <param name="Share">The share of the staff, in percent.</param>
/// <param name="Head">The title of the head.</param>
/// <param name="Titles">The titles of the other staff.</param>
/// <param name="Teams">The teams.</param>
internal sealed record DepartmentRoles(
    string Name, string Abbreviation, int Parent, string CostCenter, int Share, string Head, string[] Titles,
    string[] Teams);
