-- Which files are published beside a unit's notice? One row per file.
SELECT a.unit, a.file, u.publisher
FROM attachments a
JOIN noticed_units u ON u.unit = a.unit
ORDER BY a.unit, a.file
