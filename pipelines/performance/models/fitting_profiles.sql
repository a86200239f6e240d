-- Which scoring profiles are in force at the end of the period? One row per profile.
SELECT p.profile, p.title, p.family, p.has_cost, p.document, p.over_threshold, p.cap_rate, p.cap_total
FROM score_profiles p
JOIN clock k ON p.valid_from <= k.last_day AND (p.valid_until IS NULL OR p.valid_until >= k.last_day)
